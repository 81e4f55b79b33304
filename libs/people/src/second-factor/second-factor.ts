import { CodeApp } from './code-app.ts';
import { Codes } from './codes.ts';
import { Devices } from './devices.ts';
import { Factors } from './factors.ts';
import type { FactorParts } from './parts.ts';
import { Passkeys } from './passkeys.ts';

/** Everything about the second factor of who is signed in; each method takes the token of the session. */
export class SecondFactor {
  readonly factors: Factors;
  readonly codes: Codes;
  readonly codeApp: CodeApp;
  readonly passkeys: Passkeys;
  readonly devices: Devices;

  constructor(parts: FactorParts) {
    this.factors = new Factors(parts);
    this.codes = new Codes(parts);
    this.codeApp = new CodeApp(parts);
    this.passkeys = new Passkeys(parts);
    this.devices = new Devices(parts);
  }
}
