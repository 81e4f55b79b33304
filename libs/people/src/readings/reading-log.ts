import { ServiceUnavailableException, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { readings, type Reading, type ReadingPart } from '#policy';
import { log } from '#platform';
import type { Visitor } from '../visitor.ts';
import { networkOf } from './network-of.ts';

/** What was read: about which leavers, by their own id or by that of a case or application. */
export interface Read {
  readonly what: Reading;
  readonly leavers?: readonly string[];
  readonly cases?: readonly string[];
  readonly applications?: readonly string[];
  /** The parts that were shown, when they differ from what this kind of reading always shows. */
  readonly sections?: readonly ReadingPart[];
  readonly way?: 'page' | 'export' | 'api';
  /** Rows in a file, when it is not known who they are about. */
  readonly rows?: number;
}

interface Waiting {
  readonly line: unknown;
  readonly done: () => void;
  readonly failed: (error: Error) => void;
}

const MOST = 500;
const NOTE = { name: 'note-readings', text: 'select app.note_readings($1)' };

/**
 * Who read about whom, on disk before the answer leaves. Requests that are being answered share one commit: what arrives while a
 * batch is written goes in the next. When a batch fails its answers fail too: nobody reads unseen.
 */
export class ReadingLog implements OnApplicationShutdown {
  private waiting: Waiting[] = [];
  private writing?: Promise<void>;

  /** The pool is this log's own, with one connection. */
  constructor(private readonly pool: Pool) {}

  /** Resolves when the line is kept. Who reads about themselves leaves none. */
  async note(visitor: Visitor, address: string, read: Read): Promise<void> {
    if (visitor.role === 'student') return;
    await new Promise<void>((done, failed) => {
      this.waiting.push({ line: lineOf(visitor, address, read), done, failed });
      this.writing ??= this.writeAll();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.writing;
    await this.pool.end();
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length) await this.write(this.waiting.splice(0, MOST));
    this.writing = undefined;
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.pool.query({ ...NOTE, values: [JSON.stringify(batch.map(({ line }) => line))] });
      for (const { done } of batch) done();
    } catch (error) {
      log.error({ err: error, lines: batch.length }, 'Het logboek kon niet worden geschreven; de pagina’s zijn niet getoond.');
      for (const { failed } of batch) failed(new ServiceUnavailableException());
    }
  }
}

function lineOf(visitor: Visitor, address: string, { what, sections, way = 'page', ...about }: Read): unknown {
  const { accountId: account, memberId: member, person, role, organisationId: reader, organisation } = visitor;
  const shown = sections ?? readings.find(({ code }) => code === what)?.shows;
  return { account, member, person, role, reader, organisation, what, way, sections: shown, address: networkOf(address), ...about };
}
