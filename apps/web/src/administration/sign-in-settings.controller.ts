import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, May, type Visitor } from '#people';
import { paths, peopleTerms } from '#policy';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';

/** How people sign in here, for who helps them: what is set, never a secret. */
@Controller()
export class SignInSettingsController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @May('sign-in:see')
  @Get(paths.signInSettings)
  see(@Asking() { organisation }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    const { providers, idle } = this.site;
    const page = { title: 'Inloggen', section: 'Beheer', organisation, administration: paths.administration, providers: providers.map(({ label, issuer }) => ({ label, host: issuer.host })), idle, terms: peopleTerms, address: this.site.publicUrl.origin };
    return this.pages.show(request, reply, 'administration/sign-in', page);
  }
}
