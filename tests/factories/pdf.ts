import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;

/** Reads a PDF and lets it go again. */
export async function opened<T>(bytes: Uint8Array, read: (pdf: Pdf) => Promise<T>): Promise<T> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    return await read(await task.promise);
  } finally {
    await task.destroy();
  }
}

interface PageText {
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** Size and text of each page. */
export const pagesOf = (bytes: Uint8Array): Promise<readonly PageText[]> =>
  opened(bytes, async (pdf) => {
    const pages: PageText[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      pages.push({ width, height, text: items.flatMap((item) => ('str' in item ? [item.str] : [])).join(' ') });
    }
    return pages;
  });

/** The roles of a page's structure tree, from the root down. */
export const tagsOf = (node: unknown): readonly string[] => {
  if (typeof node !== 'object' || node === null) return [];
  const role = 'role' in node && typeof node.role === 'string' ? [node.role] : [];
  return 'children' in node && Array.isArray(node.children) ? [...role, ...node.children.flatMap(tagsOf)] : role;
};
