import { portOn, publicUrlOf, type Config } from '#platform';

export interface Address {
  readonly config: Config;
  readonly publicUrl: URL;
}

/** Picks the port before anything starts when it is 0: pages and mails must name the real one. */
export async function settleAddress(config: Config): Promise<Address> {
  const port = config.port || (await portOn(config.host, 0));
  return { config: { ...config, port }, publicUrl: publicUrlOf({ ...config, port }) };
}
