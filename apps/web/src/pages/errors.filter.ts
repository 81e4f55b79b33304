import { randomBytes } from 'node:crypto';
import { Catch, HttpException, HttpStatus, UnauthorizedException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SecondFactorNeeded, TooOften } from '#people';
import { paths } from '#policy';
import { amsterdam, log } from '#platform';
import { answerProblem, isFromProgram } from '../programs/problem.ts';
import { Parking } from '../parked/parking.ts';
import { leaveMessage } from './flash.ts';
import { PageWithErrors } from './page-with-errors.ts';
import { Pages } from './pages.ts';
import { Site } from '../site.ts';

const KNOWN = [400, 403, 404, 410, 413, 429, 503];

/** What went wrong, for people: plain words in the usual layout, with a number to call about when it is our fault. */
@Catch()
export class ErrorsFilter implements ExceptionFilter {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly parking: Parking,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    if (error instanceof PageWithErrors) return void reply.code(error.status).send(error.html);
    if (error instanceof SecondFactorNeeded) return void reply.code(303).redirect(backAfter(paths.secondStep, request));
    if (error instanceof UnauthorizedException && !isFromProgram(request)) return void this.signIn(request, reply);
    const status = statusOf(error);
    if (isFromProgram(request)) return this.toProgram(error, status, request, reply);
    if (isForMachines(request)) return void reply.code(status).send({ status: 'unavailable' });
    const reference = status >= 500 ? noted(error, request) : undefined;
    const again = error instanceof TooOften ? this.waits(reply, error) : undefined;
    const html = this.pages.show(request, reply, 'error', { title: TITLES[status] ?? TITLES[500] ?? '', status, reference, again });
    void reply.code(status).send(html);
  }

  private toProgram(error: unknown, status: number, request: FastifyRequest, reply: FastifyReply): void {
    if (error instanceof TooOften) this.waits(reply, error);
    answerProblem(reply, error, status, status >= 500 ? noted(error, request) : undefined);
  }

  /** What was typed is not lost: it waits for who typed it. */
  private async signIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const isKept = await this.parking.keep(request, reply).catch((error: unknown) => void noted(error, request));
    if (isKept) leaveMessage(request, reply, 'text-kept');
    void reply.code(303).redirect(isKept ? `${paths.signIn}?naar=${encodeURIComponent(paths.goOn)}` : backAfter(paths.signIn, request));
  }

  /** From what time on it works again, for people and for programs. */
  private waits(reply: FastifyReply, { seconds }: TooOften): string {
    void reply.header('retry-after', seconds);
    return amsterdam(new Date(this.site.clock.now().getTime() + seconds * 1000 + 60_000)).time.replace(':', '.');
  }
}

const isForMachines = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === paths.health || routeOptions.url === paths.ready;

const TITLES: Record<number, string> = {
  400: 'Dit formulier klopt niet',
  403: 'Dit mag niet',
  404: 'Deze pagina is er niet',
  410: 'Deze link werkt niet meer',
  413: 'Dit bestand is te groot',
  429: 'Even wachten',
  500: 'Er ging iets mis',
  503: 'Overstap is even niet bereikbaar',
};

/** PostgreSQL keeps no zero bytes, neither in a text nor in JSON; people cannot type them. */
const NO_TEXT: readonly unknown[] = ['22021', '22P05'];

function statusOf(error: unknown): number {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (isLostDatabase(error)) return HttpStatus.SERVICE_UNAVAILABLE;
  if (NO_TEXT.includes((error as { code?: unknown }).code)) return HttpStatus.BAD_REQUEST;
  if (status === undefined || !KNOWN.includes(status)) return status && status < 500 ? 400 : 500;
  return status;
}

/** PostgreSQL is stopping, starting or gone: it comes back by itself. */
function isLostDatabase(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && (code.startsWith('57P') || code.startsWith('08') || ['ECONNREFUSED', 'ECONNRESET'].includes(code));
}

function noted(error: unknown, request: FastifyRequest): string {
  const reference = randomBytes(4).toString('hex');
  log.error({ reference, method: request.method, route: request.routeOptions.url, err: error }, 'Antwoord mislukt');
  return reference;
}

/** Back to where somebody wanted to go, after signing in. */
const backAfter = (page: string, request: FastifyRequest): string =>
  request.method === 'GET' && request.url !== paths.home ? `${page}?naar=${encodeURIComponent(request.url)}` : page;
