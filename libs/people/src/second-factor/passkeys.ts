import { isIP } from 'node:net';
import type { AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { hashOf, newToken } from '../session/token.ts';
import { challengeIn, parsed } from './credential.ts';
import { mailAbout } from './factor-mail.ts';
import type { FactorState } from './factors.ts';
import { answer, type FactorParts, type Passed } from './parts.ts';
import { RecoveryCodes } from './recovery-codes.ts';

const MINUTES = 5;

/** Many parsers of certificates come along; only pages need them. */
const webAuthn = () => import('@simplewebauthn/server');

interface KeptKey {
  readonly public_key: Buffer;
  readonly counter: string;
  readonly transports: string[];
}

/**
 * Passkeys. Always with a fingerprint, face or code ("user verification"): the mail is often open on the same machine, so having
 * that machine in hands must not be enough. Which maker a key is of does not matter: no attestation.
 */
export class Passkeys {
  private readonly recovery: RecoveryCodes;

  constructor(private readonly parts: FactorParts) {
    this.recovery = new RecoveryCodes(parts.secret);
  }

  /** A passkey belongs to a name: none at an address of numbers. */
  get areOffered(): boolean {
    return isIP(this.host.replaceAll(/[[\]]/g, '')) === 0;
  }

  async optionsToAdd(token: string, { accountId, email, person, passkeys }: FactorState): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await webAuthn();
    const options = await generateRegistrationOptions({
      rpName: 'Overstap',
      rpID: this.host,
      userID: Uint8Array.from(Buffer.from(accountId.replaceAll('-', ''), 'hex')),
      userName: email,
      userDisplayName: person,
      attestationType: 'none',
      timeout: MINUTES * 60_000,
      excludeCredentials: passkeys.map(({ credential, transports }) => ({ id: credential, transports })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
    await this.give(token, options.challenge);
    return options;
  }

  async optionsToPass(token: string, { passkeys }: FactorState): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await webAuthn();
    const allowCredentials = passkeys.map(({ credential, transports }) => ({ id: credential, transports }));
    const options = await generateAuthenticationOptions({ rpID: this.host, allowCredentials, timeout: MINUTES * 60_000, userVerification: 'required' });
    await this.give(token, options.challenge);
    return options;
  }

  /** What the browser made; undefined when it is not right, too late, known already, or this session may not change factors. */
  async add(token: string, typed: string, name: string): Promise<Passed | undefined> {
    const response = parsed<RegistrationResponseJSON>(typed);
    if (!response || !(await this.use(token, challengeIn(response)))) return undefined;
    const { verifyRegistrationResponse } = await webAuthn();
    const checked = await verifyRegistrationResponse({ response, ...this.expected(challengeIn(response)) }).catch(() => undefined);
    if (!checked?.verified) return undefined;
    const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
    const renewed = newToken();
    const { codes, hashes } = this.recovery.make();
    const { clock } = this.parts;
    const key = { id, key: Buffer.from(publicKey).toString('base64'), counter, transports, name };
    const values = [hashOf(token), hashOf(renewed), key, hashes, clock.today(), mailAbout('passkey-added', clock)];
    const row = await answer<{ first: boolean | null }>(this.parts, 'select app.add_passkey($1, $2, $3, $4, $5, $6) as first', values);
    return typeof row?.first === 'boolean' ? { token: renewed, recoveryCodes: row.first ? codes : undefined } : undefined;
  }

  async pass(token: string, typed: string): Promise<Passed | undefined> {
    const response = parsed<AuthenticationResponseJSON>(typed);
    if (!response || !(await this.use(token, challengeIn(response)))) return undefined;
    const kept = await answer<KeptKey>(this.parts, 'select * from app.passkey_of($1, $2)', [hashOf(token), response.id]);
    if (!kept) return undefined;
    const credential = { id: response.id, publicKey: Uint8Array.from(kept.public_key), counter: Number(kept.counter), transports: kept.transports };
    const { verifyAuthenticationResponse } = await webAuthn();
    const checked = await verifyAuthenticationResponse({ response, credential, ...this.expected(challengeIn(response)) }).catch(() => undefined);
    if (!checked?.verified) return undefined;
    const renewed = newToken();
    const values = [hashOf(token), hashOf(renewed), response.id, checked.authenticationInfo.newCounter];
    const row = await answer<{ passed: boolean }>(this.parts, 'select app.pass_by_passkey($1, $2, $3, $4) as passed', values);
    return row?.passed ? { token: renewed } : undefined;
  }

  private get host(): string {
    return this.parts.publicUrl.hostname;
  }

  private expected(challenge: string) {
    return { expectedChallenge: challenge, expectedOrigin: this.parts.publicUrl.origin, expectedRPID: this.host, requireUserVerification: true };
  }

  private async give(token: string, challenge: string): Promise<void> {
    const until = new Date(this.parts.clock.now().getTime() + MINUTES * 60_000);
    await answer(this.parts, 'select app.give_challenge($1, $2, $3)', [hashOf(token), challenge, until]);
  }

  /** Once, in the session that it was given to. */
  private async use(token: string, challenge: string): Promise<boolean> {
    const row = await answer<{ used: boolean }>(this.parts, 'select app.use_challenge($1, $2) as used', [hashOf(token), challenge]);
    return row?.used ?? false;
  }
}
