import { Outlet, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useState, type JSX } from 'react';
import { useMe } from '../identity-data.ts';
import { OrganizationProvider, type OrganizationContext } from '../organization.ts';
import { ErrorPage } from './ErrorPage.tsx';
import { Frame } from './Frame.tsx';
import { LoadingPage } from './LoadingPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** Finds the organization of the address among those of the reader, and puts its pages into the frame. */
export function OrganizationLayout(): JSX.Element {
  const { slug } = useParams({ from: '/o/$slug' });
  const { href } = useLocation();
  // The address moves on while the redirect is under way: where to come back to is where it began.
  const [from] = useState(href);
  const me = useMe();
  const navigate = useNavigate();
  const signedOut = me.data === null;
  useEffect(() => {
    if (signedOut) void navigate({ to: '/sign-in', search: { to: from }, replace: true });
  }, [signedOut, from, navigate]);
  const context = useMemo((): OrganizationContext | null => {
    const mine = me.data?.organizations.find((organization) => organization.slug === slug);
    if (mine === undefined || me.data === null || me.data === undefined) return null;
    return { ...mine, userId: me.data.user.id, userName: me.data.user.name };
  }, [me.data, slug]);
  if (me.isPending || signedOut) return <LoadingPage />;
  if (me.isError) return <ErrorPage error={me.error} reset={() => void me.refetch()} />;
  if (context === null) return <NotFoundPage />;
  return (
    <OrganizationProvider value={context} key={context.id}>
      <Frame>
        <Outlet />
      </Frame>
    </OrganizationProvider>
  );
}
