import { isLoopback } from './address.ts';
import { given, type Environment } from './environment.ts';
import { WrongSetting } from './wrong-setting.ts';

/** One identity provider that people may sign in with. */
export interface OidcProvider {
  /** Lower case, as it stands in addresses. */
  readonly name: string;
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that holds the mail address. */
  readonly claimEmail: string;
  readonly label: string;
  /** Mail domains that this provider may vouch for; all when empty. */
  readonly domains: readonly string[];
  /** Whether it asks a second factor itself, also when it does not say so; if not, who proved none there proves one here. */
  readonly asksSecondFactor: boolean;
}

const SETTING = /^OIDC_([A-Z0-9]+(?:_[A-Z0-9]+)*)_(ISSUER|CLIENT_ID|CLIENT_SECRET|CLAIM_EMAIL|LABEL|DOMAINS|SECOND_FACTOR)$/;

/** Words that stand in an address of ours where the name of a provider would. */
const TAKEN = ['als', 'beveiliging', 'bevestigen', 'code', 'codes', 'link', 'opnieuw', 'sleutel', 'verstuurd'];

export function readOidcProviders(env: Environment): OidcProvider[] {
  const names = Object.keys(env).filter((key) => key.startsWith('OIDC_') && given(env, key)).map(providerOf);
  return [...new Set(names)].sort().map((name) => readProvider(env, name));
}

function providerOf(setting: string): string {
  const name = SETTING.exec(setting)?.[1];
  if (name) return name;
  throw new WrongSetting(`${setting} is geen bekende instelling: na OIDC_<NAAM>_ komt ISSUER, CLIENT_ID, CLIENT_SECRET, CLAIM_EMAIL, LABEL, DOMAINS of SECOND_FACTOR.`);
}

function readProvider(env: Environment, name: string): OidcProvider {
  if (TAKEN.includes(name.toLowerCase())) throw new WrongSetting(`OIDC_${name}_ISSUER: kies een andere naam dan ${name}, dat woord staat al in een adres van Overstap.`);
  return {
    name: name.toLowerCase(),
    issuer: issuerOf(`OIDC_${name}_ISSUER`, needed(env, `OIDC_${name}_ISSUER`)),
    clientId: needed(env, `OIDC_${name}_CLIENT_ID`),
    clientSecret: needed(env, `OIDC_${name}_CLIENT_SECRET`),
    claimEmail: given(env, `OIDC_${name}_CLAIM_EMAIL`) ?? 'email',
    label: given(env, `OIDC_${name}_LABEL`) ?? name,
    domains: domainsOf(`OIDC_${name}_DOMAINS`, given(env, `OIDC_${name}_DOMAINS`)),
    asksSecondFactor: asksSecondFactor(`OIDC_${name}_SECOND_FACTOR`, given(env, `OIDC_${name}_SECOND_FACTOR`)),
  };
}

function asksSecondFactor(setting: string, text = 'provider'): boolean {
  if (text === 'provider' || text === 'overstap') return text === 'provider';
  throw new WrongSetting(`${setting} kan alleen provider of overstap zijn: wie vraagt de tweede stap?`);
}

function domainsOf(setting: string, text = ''): string[] {
  const domains = text.toLowerCase().split(/[\s,]+/).filter(Boolean);
  if (domains.every((domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))) return domains;
  throw new WrongSetting(`${setting} moet een lijst van maildomeinen zijn, bijvoorbeeld mijnschool.nl,mijnschool.org.`);
}

function needed(env: Environment, setting: string): string {
  const text = given(env, setting);
  if (text) return text;
  throw new WrongSetting(`${setting} ontbreekt: een aanmelddienst heeft ISSUER, CLIENT_ID en CLIENT_SECRET nodig.`);
}

function issuerOf(setting: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return url;
  throw new WrongSetting(`${setting} moet een https-adres zijn.`);
}
