import { deviceOf } from '../session/device.ts';
import { momentOf } from './factor-mail.ts';
import { answer, type FactorParts } from './parts.ts';
import { hashOf } from '../session/token.ts';

/** Browsers that somebody signed in with before, known by a cookie; a mail when there is a new one. */
export class Devices {
  constructor(private readonly parts: FactorParts) {}

  async note(token: string, browser: string, agent: string): Promise<void> {
    const { clock } = this.parts;
    await answer(this.parts, 'select app.note_device($1, $2, $3, $4)', [hashOf(token), hashOf(browser), clock.today(), { ...momentOf(clock), device: deviceOf(agent) }]);
  }
}
