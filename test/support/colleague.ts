import type TestAgent from 'supertest/lib/agent.js';
import type { TestApp } from './test-app.ts';

interface Colleague {
  readonly given: string;
  readonly family: string;
  readonly prefix?: string;
  /** Code of the organisation. */
  readonly at: string;
  readonly role: string;
}

/** One more member of staff than the personas, signed in. */
export async function colleague(site: TestApp, { given, prefix = '', family, at, role }: Colleague): Promise<TestAgent> {
  const [row] = await site.database.asSuperuser<{ id: string }>(ADD, [`${given.toLowerCase()}@${at.toLowerCase()}.example`, given, prefix, family, at, role]);
  const browser = site.visitor();
  await browser.post('/inloggen/als').type('form').send({ member: row?.id }).expect(303);
  return browser;
}

const ADD = `with person as (insert into app.account (email, given_name, name_prefix, family_name) values ($1, $2, $3, $4) returning id)
  insert into app.membership (account_id, organisation_id, role, accepted_at) select person.id, o.id, $6, now() from person, app.organisation o where o.code = $5 returning id`;
