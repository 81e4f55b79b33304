import { isLoopback } from './address.ts';
import { oneOf, type Environment } from './environment.ts';

const DEMOS = ['region', 'none'] as const;

/** `region` fills an empty database with the example region. */
export type Demo = (typeof DEMOS)[number];

export const readDemo = (env: Environment, ownDatabase: boolean): Demo =>
  oneOf(env, 'OVERSTAP_DEMO', DEMOS, ownDatabase ? 'none' : 'region');

interface Reach {
  readonly demo: Demo;
  readonly host: string;
  readonly publicUrl?: URL;
}

/** One-click sign-in and the mailbox page are only for somebody at this machine; each request is looked at as well. */
export const hasDemoPages = ({ demo, host, publicUrl }: Reach): boolean =>
  demo === 'region' && isLoopback(host) && (!publicUrl || isLoopback(publicUrl.hostname));
