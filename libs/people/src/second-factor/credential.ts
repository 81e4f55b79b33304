interface Credential {
  readonly id: string;
  readonly response: { readonly clientDataJSON: string };
}

/** What a browser sent as JSON, when it looks like a credential at all; the library looks at the rest. */
export function parsed<Kind extends Credential>(typed: string): Kind | undefined {
  const value = fromJson(typed) as Partial<Kind> | null | undefined;
  return typeof value?.id === 'string' && typeof value.response?.clientDataJSON === 'string' ? (value as Kind) : undefined;
}

/** The challenge that it answers; empty when there is none. */
export function challengeIn({ response }: Credential): string {
  const said = fromJson(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8')) as { challenge?: unknown } | null | undefined;
  return typeof said?.challenge === 'string' ? said.challenge : '';
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
