import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { call } from '../../../web/client.ts';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useMe } from '../../../web/identity-data.ts';
import { useMessages } from '../../../web/message.ts';
import { identityRoutes } from '../contract.ts';
import { messages } from './messages.ts';
import { OutsidePage } from './OutsidePage.tsx';

/** Leads everybody who comes to the bare address where they belong. */
export function FirstScreen(): JSX.Element {
  const text = useMessages(messages);
  const me = useMe();
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => call(identityRoutes.setupState, { signal }),
    enabled: me.data === null,
  });
  const error = me.error ?? setup.error;
  if (error !== null) return <ErrorPage error={error} reset={() => void me.refetch()} />;
  if (me.data === undefined || (me.data === null && setup.data === undefined)) return <LoadingPage />;
  if (me.data === null) {
    if (setup.data?.needed !== true) return <Navigate to="/sign-in" replace />;
    return (
      <OutsidePage title={text.setup.waiting} lead={text.setup.waitingLead}>
        {null}
      </OutsidePage>
    );
  }
  const [first, second] = me.data.organizations;
  if (first === undefined) return <Navigate to="/organizations/new" replace />;
  if (second !== undefined) return <Navigate to="/organizations" replace />;
  return <Navigate to="/o/$slug" params={{ slug: first.slug }} replace />;
}
