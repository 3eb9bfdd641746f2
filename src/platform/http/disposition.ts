const extended = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * `Content-Disposition` of a file to be saved under its own name, in any script (RFC 6266 with RFC 5987's `filename*`).
 * What does not know that form gets the name with an underscore for each character beyond ASCII.
 */
export const attachmentNamed = (name: string): string =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/gu, '_')}"; filename*=UTF-8''${extended(name)}`;
