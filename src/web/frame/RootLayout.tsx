import { Outlet } from '@tanstack/react-router';
import type { JSX } from 'react';

/** What every address shares; the pages of an organization have their own frame inside. */
export function RootLayout(): JSX.Element {
  return <Outlet />;
}
