import { chromium, type Browser } from 'playwright-core';

/** Starts Debian's Chromium, or the one that `MUSTER_CHROMIUM` names. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
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
