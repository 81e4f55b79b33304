import { createHash } from 'node:crypto';
import type { Actor, Clock, Sql, Tx } from '#platform';
import { attachmentLimits, type AttachmentKind, type AttachmentRefusal } from '#policy';
import { checkFile } from './check-file.ts';
import type { CheckedFile } from './checked-file.ts';
import { fileNameOf } from './file-name.ts';
import { inPieces } from './pieces.ts';

/** As an answer to a question of type `file` names it, also in a copy that was shared. */
export interface AttachedFile {
  readonly file: string;
  readonly name: string;
  readonly kind: AttachmentKind;
  /** Bytes. */
  readonly size: number;
}

/** And the part that it stands in. */
export interface FetchedFile extends AttachedFile {
  readonly section: string;
}

export interface Attachment extends FetchedFile {
  readonly question: string;
  /** Somebody was given it and may read it until sharing stops, also after the student took it away. */
  readonly isShared: boolean;
}

export interface NewFile {
  readonly section: string;
  readonly question: string;
  /** The words of the question that this answers. */
  readonly asked: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** The files of passports: who asks sees those that the rules open for them. Where the bytes are kept is known here and nowhere else. */
export class Attachments {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** Nothing when it was kept; else why not. */
  async add(actor: Actor, { bytes, name, ...about }: NewFile): Promise<AttachmentRefusal | undefined> {
    const checked = checkFile(bytes);
    if (typeof checked === 'string') return checked;
    return this.tx.run(actor, async (sql) => {
      const refusal = await room(sql, about.question, hashOf(checked));
      if (!refusal) await keep(sql, { ...about, checked, name: fileNameOf(name, checked.kind), at: this.clock.now() });
      return refusal;
    });
  }

  /** A file that was not taken away. */
  async mine(actor: Actor, id: string): Promise<Attachment | undefined> {
    const [found] = await this.tx.read<Attachment & Record<string, unknown>>(actor, { name: 'attachment-mine', text: MINE, values: [id] });
    return found;
  }

  /** A file that the student let go along with a passport that the college reads now. */
  async shared(actor: Actor, application: string, id: string): Promise<FetchedFile | undefined> {
    const [found] = await this.tx.read<FetchedFile & Record<string, unknown>>(actor, { name: 'attachment-shared', text: SHARED, values: [id, application] });
    return found;
  }

  /** A file of a part that the student opened for the mentor who asks. */
  async opened(actor: Actor, leaver: string, id: string): Promise<FetchedFile | undefined> {
    const [found] = await this.tx.read<FetchedFile & Record<string, unknown>>(actor, { name: 'attachment-opened', text: OPENED, values: [id, leaver] });
    return found;
  }

  /** Takes it away from the passport; false when it was gone already. */
  async remove(actor: Actor, id: string): Promise<boolean> {
    const text = 'update app.attachment set removed_at = $2 where id = $1 and removed_at is null returning id';
    return this.tx.run(actor, async (sql) => (await sql(text, [id, this.clock.now()])).length > 0);
  }

  /** The bytes, piece by piece, each asked for anew: who may no longer read it gets no further. */
  pieces(actor: Actor, { file, size }: AttachedFile): AsyncGenerator<Buffer> {
    return inPieces(this.tx, actor, file, size);
  }
}

const hashOf = ({ contents }: CheckedFile): Buffer => createHash('sha256').update(contents).digest();

/** One at a time for a student, so that two windows do not go over the most together. */
async function room(sql: Sql, question: string, sha256: Buffer): Promise<AttachmentRefusal | undefined> {
  await sql('select pg_advisory_xact_lock(hashtextextended($1 || app.my_leaver()::text, 0))', ['attachments of ']);
  const [found] = await sql<{ all: number; here: number; same: boolean }>(ROOM, [question, sha256]);
  if (found?.same) return 'already-there';
  const isFull = (found?.all ?? 0) >= attachmentLimits.perLeaver || (found?.here ?? 0) >= attachmentLimits.perQuestion;
  return isFull ? 'too-many' : undefined;
}

async function keep(sql: Sql, { section, question, asked, name, checked, at }: Omit<NewFile, 'bytes'> & { checked: CheckedFile; at: Date }): Promise<void> {
  const { kind, contents } = checked;
  await sql(KEEP, [section, question, asked, name, kind, contents.length, hashOf(checked), contents, at]);
}

const ROOM = `select count(*)::int as all, count(*) filter (where question = $1)::int as here, coalesce(bool_or(question = $1 and sha256 = $2), false) as same
  from app.attachment where leaver_id = app.my_leaver() and removed_at is null`;

const KEEP = `insert into app.attachment (leaver_id, section, question, asked, name, kind, size, sha256, contents, added_at, added_by)
  values (app.my_leaver(), $1, $2, $3, $4, $5, $6, $7, $8, $9, app.my_member())`;

const MINE = `select f.id as file, f.name, f.kind, f.size, f.section, f.question,
    exists (select from app.share s where s.leaver_id = f.leaver_id and f.id = any(s.files) and s.state = 'given') as "isShared"
  from app.attachment f where f.id = $1 and f.leaver_id = app.my_leaver() and (f.removed_at is null or f.contents is not null and exists (
    select from app.share s where s.leaver_id = f.leaver_id and f.id = any(s.files) and s.state in ('waiting', 'given')))`;

const OPENED = `select f.id as file, f.name, f.kind, f.size, f.section from app.attachment f where f.id = $1 and f.leaver_id = $2 and f.removed_at is null`;

const SHARED = `select f.id as file, f.name, f.kind, f.size, f.section from app.attachment f
  where f.id = $1 and exists (select from app.share s where s.application_id = $2 and f.id = any(s.files))`;
