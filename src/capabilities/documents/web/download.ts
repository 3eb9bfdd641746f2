import { CallError, type Problem } from '../../../web/client.ts';

/** The name that the server gives a file, or the fallback. */
const nameIn = (header: string | null, fallback: string): string =>
  /filename="?([^";]+)"?/.exec(header ?? '')?.[1] ?? fallback;

/** Fetches a file and hands it to the browser's downloads; answers with its name. @throws CallError */
export async function download(address: string, fallback: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new CallError((await response.json()) as Problem);
  const name = nameIn(response.headers.get('content-disposition'), fallback);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  return name;
}
