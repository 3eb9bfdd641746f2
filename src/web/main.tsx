import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/dropzone/styles.css';
import './fonts.css';
import './base.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { nonce } from './nonce.ts';
import { makeQueryClient } from './query-client.ts';
import { makeRouter } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

const queryClient = makeQueryClient((from) => {
  void router.navigate({ to: '/sign-in', search: { to: from }, replace: true });
});
const router = makeRouter(queryClient);

// A page left open over an update asks for files that are gone: load it anew, once.
globalThis.addEventListener('vite:preloadError', () => {
  if (sessionStorage.getItem('muster-reloaded') === location.href) return;
  sessionStorage.setItem('muster-reloaded', location.href);
  location.reload();
});

const place = document.querySelector('#root');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <Notifications position="bottom-right" limit={4} />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
