import type { Actor, Tx } from '#platform';

const PIECE = 512 * 1024;
const TEXT = 'select substring(contents from $2 for $3) as piece from app.attachment where id = $1';

/** The contents without the whole of it in memory; throws when they are gone halfway, so that nobody takes half for the whole. */
export async function* inPieces(tx: Tx, actor: Actor, id: string, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < size; at += PIECE) {
    const [row] = await tx.read<{ piece: Buffer | null }>(actor, { name: 'attachment-piece', text: TEXT, values: [id, at + 1, PIECE] });
    if (!row?.piece) throw new Error('A file ended before its end');
    yield row.piece;
  }
}
