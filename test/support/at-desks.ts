import type TestAgent from 'supertest/lib/agent.js';
import type { Response } from 'supertest';
import type { Person } from '../personas/people.ts';
import { testApp, type TestApp } from './test-app.ts';

/** People at work on cases, each in one browser. */
export interface AtDesks {
  readonly site: TestApp;
  as(person: Person): Promise<TestAgent>;
  send(person: Person, address: string, form?: object): Promise<Response>;
  run<Row extends Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** The case of one of the personas. */
  caseOf(key: string): Promise<string>;
  desk(code: string): Promise<string>;
}

export async function atDesks(): Promise<AtDesks> {
  const site = await testApp();
  const browsers = new Map<Person, TestAgent>();
  const run: AtDesks['run'] = (sql, values = []) => site.database.asSuperuser(sql, values);
  const idOf = async (sql: string, value: string): Promise<string> => (await run<{ id: string }>(sql, [value]))[0]!.id;
  const as = async (person: Person): Promise<TestAgent> => {
    const browser = browsers.get(person) ?? (await site.signedIn(person));
    browsers.set(person, browser);
    return browser;
  };
  return {
    site, as, run,
    send: async (person, address, form = {}) => (await as(person)).post(address).type('form').send(form),
    caseOf: (key) => idOf('select c.id from app.desk_case c join app.leaver l on l.id = c.leaver_id where l.email = $1', `${key}@leerling.example`),
    desk: (code) => idOf('select id from app.organisation where code = $1', code),
  };
}
