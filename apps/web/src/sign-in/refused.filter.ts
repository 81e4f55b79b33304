import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Providers, reasonOf, SignInRefused } from '#people';
import { paths } from '#policy';
import { log } from '#platform';
import { Pages } from '../pages/pages.ts';
import { refusals } from './refusals.ts';

/** Why signing in at a provider came to nothing, and what to do; nothing of it tells who else has an account. */
@Catch(SignInRefused)
export class RefusedFilter implements ExceptionFilter<SignInRefused> {
  constructor(
    private readonly pages: Pages,
    private readonly providers: Providers,
  ) {}

  catch(refused: SignInRefused, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const { provider: name = '' } = request.params as { provider?: string };
    const label = this.providers.named(name)?.label ?? '';
    const { status, title, told, advice } = refusals[refused.why];
    log.warn({ provider: name, why: refused.why, reason: reasonOf(refused.cause) }, 'Inloggen bij een aanmelddienst lukte niet');
    const named = (text: string): string => text.replaceAll('#', label);
    const page = { title: named(title), told: named(told), advice: named(advice), label, email: refused.email, signIn: paths.signIn };
    void reply.code(status).send(this.pages.show(request, reply, 'sign-in/refused', page));
  }
}
