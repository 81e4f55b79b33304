/** MAIL_FROM in its parts. */
export interface Sender {
  readonly name: string;
  readonly address: string;
  readonly domain: string;
}

export function parseSender(mailFrom: string): Sender {
  const open = mailFrom.indexOf('<');
  const name = open < 0 ? '' : mailFrom.slice(0, open).trim().replace(/^"(.*)"$/, '$1');
  const address = mailFrom.slice(open + 1).replace('>', '').trim();
  return { name: name || 'Overstap', address, domain: address.slice(address.lastIndexOf('@') + 1) };
}
