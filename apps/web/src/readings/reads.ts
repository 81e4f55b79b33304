import { applyDecorators, Injectable, SetMetadata, UseInterceptors, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { catchError, mergeMap, type Observable } from 'rxjs';
import { ReadingLog } from '#people';
import { readingParts, readings, type Reading, type ReadingPart } from '#policy';
import { PageWithErrors } from '../pages/page-with-errors.ts';

const READS = 'reads';

declare module 'fastify' {
  interface FastifyRequest {
    /** Parts that stood on the page beside those that this kind of reading always shows. */
    partsShown?: readonly ReadingPart[];
    /** Who stood on it, where the address names something else. */
    leaverShown?: string;
  }
}

/** For a page whose parts differ from one person to the next: which stood on it. */
export function noteParts(request: FastifyRequest, parts: readonly string[]): void {
  request.partsShown = partsNamed(parts);
}

/** For a page whose address names something else than who stands on it. */
export function noteLeaver(request: FastifyRequest, leaver: string): void {
  request.leaverShown = leaver;
}

/** The parts that the log knows by name. */
export const partsNamed = (parts: readonly string[]): ReadingPart[] => readingParts.map(({ code }) => code).filter((code) => parts.includes(code));

/** Lets a page leave only after the log says who opened it; an answer without a page, such as a redirect, shows nobody. */
@Injectable()
class ReadingInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly log: ReadingLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const what = this.reflector.get<Reading>(READS, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(
      mergeMap(async (page: unknown) => {
        if (page !== undefined) await this.note(what, request);
        return page;
      }),
      catchError(async (error: unknown) => {
        if (error instanceof PageWithErrors) await this.note(what, request);
        throw error;
      }),
    );
  }

  private async note(what: Reading, { visitor, ip, params, partsShown = [], leaverShown }: FastifyRequest): Promise<void> {
    const { id } = params as { id: string };
    const row = readings.find(({ code }) => code === what);
    if (visitor && row?.of) await this.log.note(visitor, ip, { what, [`${row.of}s`]: [leaverShown ?? id], sections: [...row.shows, ...partsShown] });
  }
}

/** The handler shows one leaver or case: the id in its address. What kind of reading it is says libs/policy. */
export const Reads = (what: Reading): MethodDecorator => applyDecorators(SetMetadata(READS, what), UseInterceptors(ReadingInterceptor)) as MethodDecorator;
