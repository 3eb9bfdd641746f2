import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CallError } from './client.ts';
import { meOptions } from './identity-data.ts';

/** What the accounts library answers when it refuses. */
interface AccountRefusal {
  readonly message?: string;
  readonly code?: string;
}

/** Calls a route of the accounts library. @throws CallError told as one of the product's own problems */
async function post(path: string, body: object): Promise<void> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw refused(0, 'The server cannot be reached. Nothing was changed.');
  });
  if (response.ok) return;
  const text = await response.text();
  const refusal = text.startsWith('{') ? (JSON.parse(text) as AccountRefusal) : {};
  const wait = Number(response.headers.get('x-retry-after') ?? response.headers.get('retry-after') ?? 60);
  if (response.status === 429) throw refused(429, `Too many attempts. Try again in ${wait} seconds.`);
  throw refused(response.status, refusal.message ?? response.statusText);
}

const refused = (status: number, detail: string): CallError =>
  new CallError({ type: 'about:blank', title: 'Refused', status, detail, code: 'unavailable', reason: detail });

export const signIn = (email: string, password: string): Promise<void> => post('sign-in/email', { email, password });

/** Changes the password of the signed-in user and ends its other sessions. */
export const changePassword = (currentPassword: string, newPassword: string): Promise<void> =>
  post('change-password', { currentPassword, newPassword, revokeOtherSessions: true });

/** Signs out and forgets everything that was read. */
export function useSignOut(): UseMutationResult<void, Error, void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => post('sign-out', {}),
    onSuccess: async () => {
      client.clear();
      client.setQueryData(meOptions.queryKey, null);
      await navigate({ to: '/sign-in' });
    },
  });
}
