import { chromium, type Browser } from 'playwright-core';

/**
 * Starts Debian's Chromium, or the one that `MUSTER_CHROMIUM` names. It keeps UTC as the server does: a page proposes
 * the day where its reader sits, which elsewhere is the server's yesterday or tomorrow for some hours of each day.
 */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    env: { ...process.env, TZ: 'UTC' },
    executablePath: process.env['MUSTER_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
