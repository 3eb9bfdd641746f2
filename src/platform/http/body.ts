import { invalid, MusterError } from '../../kernel/errors.ts';
import { bounds, megabytes } from '../files/bounds.ts';

const JSON_LIMIT = 8 * 1024 * 1024;

/** Reads a body up to a limit, whatever length it declares. @throws MusterError `too-large` before more is kept. */
async function bytesUpTo(request: Request, limit: number, what: string): Promise<Uint8Array> {
  const tooLarge = new MusterError({ code: 'too-large', what, limit: megabytes(limit) });
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

export const readFileBody = (request: Request): Promise<Uint8Array> => bytesUpTo(request, bounds.fileBytes, 'The file');

/** @throws MusterError `invalid` when the text is no JSON */
export async function readJsonBody(request: Request): Promise<unknown> {
  const text = Buffer.from(await bytesUpTo(request, JSON_LIMIT, 'The request')).toString('utf8');
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MusterError(
      invalid([{ path: '', message: 'The request is no JSON.', accepted: 'a JSON document' }]).fault,
      { cause: error },
    );
  }
}
