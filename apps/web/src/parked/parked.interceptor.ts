import { Injectable, NotFoundException, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { keepsText } from './keeps-text.ts';
import { Parking } from './parking.ts';
import { isShownAgain, markShownAgain } from './shown-again.ts';

/** Around every handler: a form that is shown again does nothing, and one that is saved is kept no longer. */
@Injectable()
export class ParkedInterceptor implements NestInterceptor {
  constructor(private readonly parking: Parking) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isShownAgain(request)) return this.showAgain(request, next);
    if (!keepsText(request)) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(mergeMap(async (answer: unknown) => {
      await this.parking.forget(request, reply);
      return answer;
    }));
  }

  /** Twice: the form says that something is wrong with it, and the database is not written to by who only looks. */
  private showAgain(request: FastifyRequest, next: CallHandler): Observable<unknown> {
    const { visitor, body } = request;
    if (!visitor || !keepsText(request) || typeof body !== 'object' || !body) throw new NotFoundException();
    markShownAgain(body);
    request.visitor = { ...visitor, actor: { ...visitor.actor, looksOnly: true } };
    return next.handle();
  }
}
