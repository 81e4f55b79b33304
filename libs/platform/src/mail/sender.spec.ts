import { readConfig } from '../config/config.ts';
import { senderWarning } from './sender.ts';

describe('the sender of all mails', () => {
  const warned = (env: Record<string, string | undefined>): string | undefined => senderWarning(readConfig(env, 'service'));

  it.each([
    { SMTP_URL: 'smtp://mail.example' },
    { SMTP_URL: 'smtps://post:geheim@mail.example', PUBLIC_URL: 'http://10.0.0.5' },
    { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'overstap@intern' },
  ])('is warned about when another server would refuse it: %j', (env) => {
    expect(warned(env)).toMatch(/^Mail gaat nu weg als overstap@(localhost|10\.0\.0\.5|intern)\. [^]*MAIL_FROM/);
  });

  it.each([
    {},
    { SMTP_URL: 'smtp://127.0.0.1:2525' },
    { SMTP_URL: 'smtp://mail.example', PUBLIC_URL: 'https://overstap.voorbeeld.nl' },
    { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'Overstap <overstap@voorbeeld.nl>' },
  ])('is nobody’s concern when it is a real one, or stays on this machine: %j', (env) => {
    expect(warned(env)).toBeUndefined();
  });
});
