import { HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WrongToken, bearerOf } from '#people';
import type { FormError } from '../pages/forms.ts';

/** What was wrong with what a program sent, field by field. */
export class WrongFields extends HttpException {
  constructor(readonly errors: readonly FormError[]) {
    super('Wrong fields', 422);
  }
}

export const isFromProgram = (request: FastifyRequest): boolean => bearerOf(request) !== undefined;

const TITLES: Readonly<Record<number, string>> = {
  400: 'Deze vraag klopt niet',
  401: 'Deze sleutel werkt niet',
  404: 'Dit is er niet',
  413: 'Dit bestand is te groot',
  422: 'Er klopt iets niet in wat je stuurde',
  429: 'Even wachten',
  503: 'Overstap is even niet bereikbaar',
};

/** An error as programs read it (RFC 9457); no page, no cookie. */
export function answerProblem(reply: FastifyReply, error: unknown, status: number, reference?: string): void {
  const code = error instanceof WrongFields ? 422 : error instanceof WrongToken ? 401 : status;
  if (code === 401) void reply.header('www-authenticate', 'Bearer realm="overstap"');
  const problem = { type: 'about:blank', title: TITLES[code] ?? 'Er ging iets mis', status: code, reference, errors: error instanceof WrongFields ? error.errors : undefined };
  void reply.code(code).header('cache-control', 'no-store').type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}
