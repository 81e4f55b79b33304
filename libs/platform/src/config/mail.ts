import { given, type Environment } from './environment.ts';
import { parseSmtpUrl, type SmtpSettings } from './smtp-url.ts';
import { WrongSetting } from './wrong-setting.ts';

/** Absent: mail goes to the built-in mailbox, which exists only beside the example region. */
export function readSmtp(env: Environment, required: boolean): SmtpSettings | undefined {
  const text = given(env, 'SMTP_URL');
  if (text) return parseSmtpUrl(text);
  if (!required) return undefined;
  throw new WrongSetting('SMTP_URL ontbreekt: zonder voorbeeldregio (OVERSTAP_DEMO=none) is een mailserver nodig.');
}

export function readMailFrom(env: Environment, publicUrl?: URL): string {
  const host = publicUrl?.hostname ?? 'localhost';
  const from = given(env, 'MAIL_FROM') ?? `Overstap <overstap@${host}>`;
  const [, bare] = /^(?:[^<>\r\n]*<)?([^\s<>@]+@[^\s<>@]+?)>?$/.exec(from) ?? [];
  if (bare && from.includes('<') === from.endsWith('>')) return from;
  throw new WrongSetting('MAIL_FROM moet een mailadres zijn, zoals overstap@voorbeeld.nl of Overstap <overstap@voorbeeld.nl>.');
}
