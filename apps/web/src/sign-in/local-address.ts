/** Where to go after signing in: a page of ours, or nothing. An address of another site never leads there. */
export function localAddress(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return '';
  const url = URL.canParse(value, 'http://local.invalid') ? new URL(value, 'http://local.invalid') : undefined;
  if (url?.origin !== 'http://local.invalid' || value.includes('\\')) return '';
  return `${url.pathname}${url.search}`.startsWith('//') ? '' : `${url.pathname}${url.search}`;
}
