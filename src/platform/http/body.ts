import { invalid, MusterError } from '../../kernel/errors.ts';
import { bounds, megabytes } from '../files/bounds.ts';

const JSON_LIMIT = 8 * 1024 * 1024;

const tooLargeFor = (what: string, limit: number): MusterError =>
  new MusterError({ code: 'too-large', what, limit: megabytes(limit) });

/** Reads a body up to a limit, whatever length it declares. @throws the given error before more is kept */
async function bytesUpTo(request: Request, limit: number, tooLarge: MusterError): Promise<Uint8Array> {
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

/** @param limit in bytes @throws MusterError `too-large` */
export const readFileBody = (request: Request, limit: number = bounds.fileBytes): Promise<Uint8Array> =>
  bytesUpTo(request, limit, tooLargeFor('The file', limit));

/**
 * A file with JSON beside it: a form (`multipart/form-data`) whose part `file` is the file and whose part `body` is the
 * JSON; or, where there is nothing to say beside it, the file alone. `limit`: of the file, in bytes.
 * @throws MusterError `too-large`, `invalid` when it is no such form
 */
export async function readFormBody(
  request: Request,
  limit: number = bounds.fileBytes,
): Promise<{ readonly file: Uint8Array; readonly json: unknown }> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return { file: await readFileBody(request, limit), json: {} };
  const tooLarge = tooLargeFor('The file', limit);
  const bytes = await bytesUpTo(request, limit + JSON_LIMIT, tooLarge);
  const form = await new Response(Buffer.from(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch((error: unknown) => {
      throw new MusterError(notThisForm().fault, { cause: error });
    });
  const [file, body] = [form.get('file'), form.get('body')];
  if (file === null || typeof file === 'string' || (body !== null && typeof body !== 'string')) throw notThisForm();
  if (file.size > limit) throw tooLarge;
  return { file: new Uint8Array(await file.arrayBuffer()), json: body === null ? {} : jsonIn(body) };
}

const notThisForm = (): MusterError =>
  invalid([{ path: '', message: 'The form cannot be read.', accepted: 'a part "file" and a part "body" with JSON' }]);

/** @throws MusterError `invalid` when the text is no JSON */
export async function readJsonBody(request: Request): Promise<unknown> {
  return jsonIn(
    Buffer.from(await bytesUpTo(request, JSON_LIMIT, tooLargeFor('The request', JSON_LIMIT))).toString('utf8'),
  );
}

function jsonIn(text: string): unknown {
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
