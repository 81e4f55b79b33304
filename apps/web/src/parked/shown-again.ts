import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

const HEADER = 'x-overstap-shown-again';
const MARK = Symbol('shown again');

/** New at each start and never sent out: only this process can ask itself to show a form again. */
const WORD = randomBytes(32).toString('base64url');

export const askToShowAgain = { [HEADER]: WORD };

/** The request is ours: a kept form whose page is made once more, and nothing is done with it. */
export const isShownAgain = ({ headers }: FastifyRequest): boolean => headers[HEADER] === WORD;

export const markShownAgain = (body: object): void => void Object.defineProperty(body, MARK, { value: true });
export const isMarked = (body: object): boolean => Object.hasOwn(body, MARK);
