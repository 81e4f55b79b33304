import { getDocumentProxy } from 'unpdf';

export interface Tagged {
  /** The tag around it, as `H2` or `Lbl`. */
  readonly tag: string;
  readonly text: string;
}

interface PageAsRead {
  /** In the order of the tags, which is how it is read aloud. */
  readonly tagged: Tagged[];
  /** In the order in which it was drawn. */
  readonly drawn: string[];
  /** Marked as no content: the foot. */
  readonly artifacts: string[];
  /** Text that nobody hears: in no tag and not marked as no content. */
  readonly loose: string[];
}

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

type Item = { readonly type?: string; readonly id?: string; readonly tag?: string; readonly str?: string };

/** What a PDF tells software that reads it aloud, found by pdf.js and not by who made it. */
export async function readPdf(bytes: Buffer) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info, metadata } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown>; metadata: Iterable<[string, unknown]> | null };
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => readPage(pdf, at + 1)));
  return {
    title: info.Title, language: info.Language, marked: (await pdf.getMarkInfo())?.Marked,
    showsTitle: ((await pdf.getViewerPreferences()) as Record<string, unknown> | null)?.DisplayDocTitle,
    xmp: Object.fromEntries(metadata ?? []), pages,
  };
}

async function readPage(pdf: Awaited<ReturnType<typeof getDocumentProxy>>, number: number): Promise<PageAsRead> {
  const page = await pdf.getPage(number);
  const { items } = (await page.getTextContent({ includeMarkedContent: true })) as { items: Item[] };
  const { byId, drawn, artifacts, loose } = sorted(items);
  const tagged = leaves((await page.getStructTree()) as Node | null).map(({ tag, id }) => ({ tag, text: (byId.get(id) ?? []).join(' ') }));
  return { tagged, drawn, artifacts, loose };
}

function sorted(items: readonly Item[]) {
  const byId = new Map<string, string[]>();
  const [drawn, artifacts, loose]: string[][] = [[], [], []];
  const open: Item[] = [];
  for (const item of items) {
    if (item.type?.startsWith('begin')) open.push(item);
    else if (item.type === 'endMarkedContent') open.pop();
    else if (item.str?.trim()) {
      const within = open.findLast(({ id, tag }) => id ?? tag === 'Artifact');
      const text = item.str.trim();
      if (!within) loose!.push(text);
      else if (within.tag === 'Artifact') artifacts!.push(text);
      else {
        byId.set(within.id!, [...(byId.get(within.id!) ?? []), text]);
        drawn!.push(text);
      }
    }
  }
  return { byId, drawn: drawn!, artifacts: artifacts!, loose: loose! };
}

const leaves = (node: Node | null, tag = ''): { tag: string; id: string }[] =>
  (node?.children ?? []).flatMap((child) => (child.type === 'content' ? [{ tag, id: child.id! }] : leaves(child, child.role)));
