import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Route } from '../kernel/route.ts';
import { call, type AnswerFor, type CallError, type CallInput } from './client.ts';
import { useAsOf } from './as-of.ts';
import { useOrganization } from './organization.ts';

type ReadInput<R extends Route> = Pick<CallInput<R>, 'path' | 'query'>;

/** Reads a route of the present organization, as of the date that the address states; `path` needs no organization. Old rows stay while the next ones load. */
export function useRead<R extends Route>(
  route: R,
  input: ReadInput<R> = {},
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<AnswerFor<R>, CallError> {
  const { id } = useOrganization();
  const asOf = useAsOf();
  const date = route.asOf === true ? asOf.query : {};
  return useQuery<AnswerFor<R>, CallError>({
    queryKey: ['organization', id, route.id, input.path ?? {}, input.query ?? {}, date],
    queryFn: ({ signal }) => call(route, { ...input, asOf: date, path: { ...input.path, organizationId: id }, signal }),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  });
}

/** Writes by a route of the present organization; afterwards everything that was read of it is asked again. */
export function useWrite<R extends Route>(route: R): UseMutationResult<AnswerFor<R>, CallError, CallInput<R>> {
  const { id } = useOrganization();
  const client = useQueryClient();
  return useMutation<AnswerFor<R>, CallError, CallInput<R>>({
    mutationFn: (input) => call(route, { ...input, path: { ...input.path, organizationId: id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['organization', id] }),
  });
}

/** Several writes in one step, as a fix does: `run` gets a caller that knows the organization. */
export function useSteps<Input>(
  run: (input: Input, write: OrganizationCall) => Promise<void>,
): UseMutationResult<void, CallError, Input> {
  const { id } = useOrganization();
  const client = useQueryClient();
  return useMutation<void, CallError, Input>({
    mutationFn: (input) =>
      run(input, (route, rest) => call(route, { ...rest, path: { ...rest.path, organizationId: id } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['organization', id] }),
  });
}

export type OrganizationCall = <R extends Route>(route: R, input: CallInput<R>) => Promise<AnswerFor<R>>;
