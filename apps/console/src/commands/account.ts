import { addAccount, forgetIdentities, makeLink, resetByOperator } from '#people/without-pages';
import { CannotGoOn, Clock, publicUrlOf, WORKER, type Sql } from '#platform';
import { paths, staffRoles, type RoleRow } from '#policy';
import { asWorker } from '../as-worker.ts';
import { WrongUse, type Asked, type Command } from '../command.ts';

const words = staffRoles.map(({ written }) => written[0]).join(', ');

export const accountAdd: Command = {
  name: 'account add',
  usage: 'E-MAILADRES --role ROL --for CODE',
  about: 'Maakt een account met een rol bij een organisatie.',
  details: [`  --role ROL   ${words}`, '  --for CODE   de code van de organisatie, zoals in het bestand organisaties'],
  options: { role: { type: 'string' }, for: { type: 'string' } },
  writes: true,
  plan: async (asked) => {
    const email = await emailOf(asked);
    const role = roleAsked(asked.values.role);
    const code = String(asked.values.for ?? '');
    if (!code) throw new WrongUse('Zeg met --for bij welke organisatie, bijvoorbeeld --for 90AK00.');
    const clock = new Clock({ today: asked.config.today });
    return (database) => asWorker(database, (tx) => tx.run(WORKER, async (sql) => {
      const organisationId = await organisationOf(sql, code, role);
      await addAccount(sql, { email, role: role.code, organisationId }, clock.today());
      return { json: { email, role: role.written[0], for: code }, text: [`${email} is nu ${role.dutch} bij ${code}.`] };
    }));
  },
};

export const accountLink: Command = {
  name: 'account link',
  usage: 'E-MAILADRES',
  about: 'Geeft een link waarmee iemand één keer kan inloggen, een kwartier lang.',
  writes: true,
  plan: async (asked) => {
    const email = await emailOf(asked);
    if (!asked.config.publicUrl && asked.config.port === 0) throw new WrongUse('Met PORT=0 weten we het adres niet. Zet PORT op de poort die bij het starten stond, of zet PUBLIC_URL.');
    const clock = new Clock({ today: asked.config.today });
    return (database) => asWorker(database, (tx) => tx.run(WORKER, async (sql) => {
      const made = await makeLink(sql, email, clock);
      if (!made) throw new CannotGoOn(`Niemand met een rol heeft het adres ${email}. Maak het account met account add.`);
      const link = new URL(paths.signInLink(made.token), publicUrlOf(asked.config)).href;
      return { json: { email, link, expires: made.expires.toISOString() }, text: [link] };
    }));
  },
};

export const accountResetSecondFactor: Command = {
  name: 'account reset-second-factor',
  usage: 'E-MAILADRES',
  about: 'Haalt de tweede stap weg van wie alles kwijt is, en logt die overal uit.',
  details: ['  Alleen als niemand anders het kan: anders doet de beheerder van de organisatie het, op de pagina van de collega.'],
  writes: true,
  plan: async (asked) => {
    const email = await emailOf(asked);
    const clock = new Clock({ today: asked.config.today });
    return (database) => asWorker(database, (tx) => tx.run(WORKER, async (sql) => {
      if (!(await resetByOperator(sql, email, clock))) throw new CannotGoOn(`Niemand heeft het adres ${email}.`);
      return { json: { email, reset: true }, text: [`${email} is overal uitgelogd en stelt bij het inloggen een nieuwe tweede stap in.`] };
    }));
  },
};

export const accountUnbind: Command = {
  name: 'account unbind',
  usage: 'E-MAILADRES',
  about: 'Maakt een account los van de aanmelddiensten: wie daar de volgende keer met dit adres inlogt, hoort er dan bij.',
  writes: true,
  plan: async (asked) => {
    const email = await emailOf(asked);
    return (database) => asWorker(database, (tx) => tx.run(WORKER, async (sql) => {
      const unbound = await forgetIdentities(sql, email);
      if (unbound === undefined) throw new CannotGoOn(`Niemand heeft het adres ${email}.`);
      return { json: { email, unbound }, text: [unbound ? `${email} is los van de aanmelddienst.` : `${email} zat niet aan een aanmelddienst vast.`] };
    }));
  },
};

async function emailOf({ words: typed }: Asked): Promise<string> {
  // It brings the telephone numbers of all countries along: not for the commands that nobody types an address after.
  const { isEmail } = await import('class-validator');
  const [email = ''] = typed;
  if (typed.length !== 1 || !isEmail(email)) throw new WrongUse('Noem één e-mailadres, bijvoorbeeld naam@school.nl.');
  return email.toLowerCase();
}

function roleAsked(value: unknown): RoleRow {
  const typed = typeof value === 'string' ? value.toLowerCase() : '';
  const role = staffRoles.find((row: RoleRow) => row.code === typed || row.written.includes(typed));
  if (!role) throw new WrongUse(`Kies met --role een rol: ${words}.`);
  return role;
}

async function organisationOf(sql: Sql, code: string, role: RoleRow): Promise<string> {
  const [found] = await sql<{ id: string; kind: string }>('select id, kind from app.organisation where lower(code) = lower($1)', [code]);
  if (!found) throw new WrongUse(`De organisatie ${code} is niet bekend. Breng eerst het bestand organisaties.`);
  if (!role.at.includes(found.kind)) throw new WrongUse(`De rol ${role.dutch} bestaat niet bij een organisatie van de soort ${found.kind}.`);
  return found.id;
}
