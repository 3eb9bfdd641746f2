/** What the server put into the page for styles made at run time; style elements without it are refused. */
export const nonce: string = document.querySelector<HTMLMetaElement>('meta[name="nonce"]')?.content ?? '';

// The scroll lock of dialogs makes a style element of its own and reads the nonce from this global.
Object.assign(globalThis, { __webpack_nonce__: nonce });
