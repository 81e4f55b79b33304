import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import type TestAgent from 'supertest/lib/agent.js';
import { Handlers, type HandlerRow } from '#people';
import { roles, wordFor, type AccessAct } from '#policy';
import { administering, everybody, type Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import { ADDRESSES, addressTable } from './address-table.ts';
import { abdi, SAMPLES } from './samples.ts';
import type { Sample } from './sample.ts';

/** Prints letters of the class that was chosen; the journey of codes chooses one. */
const WANTS_A_CLASS = '/leerlingen/inlogbrieven';
/** What was taken away is not there for the next. */
const WORKS_ONCE = '/afspraken/:id/weghalen';

/** The child of omar is 16 and did not invite him: what these open is not there for him. */
const FOR_WHO_SEES_THE_CHILD = ['passport:copy', 'own-coach:decide'];

describe('every address, for everybody', () => {
  let site: TestApp;
  let routes: HandlerRow[];
  const ids = new Map<Sample, string>();
  const browsers = new Map<Person, TestAgent>();

  beforeAll(async () => {
    site = await testApp();
    routes = site.app.get(Handlers).all();
    for (const sample of new Set(Object.values(SAMPLES))) {
      const [row] = await site.database.asSuperuser<{ id: string }>(sample.of);
      ids.set(sample, String(row?.id));
    }
    for (const { key } of everybody) browsers.set(key, await site.signedIn(key));
  });
  afterAll(() => site.close());

  const closed = (): HandlerRow[] => routes.filter(({ cell }) => cell !== 'public' && cell !== 'signed-in');
  const address = (path: string, part: string): string => path.replace(/:\w+(\/bestanden\/:\w+)?/, part);
  const ask = (browser: TestAgent, { method }: HandlerRow, path: string) =>
    method === 'GET' ? browser.get(path) : browser.post(path).type('form').send('');
  const mayNever = ({ cell }: HandlerRow, person: Person): boolean => {
    const word = wordFor(cell as AccessAct, String(everybody.find(({ key }) => key === person)?.role));
    return word === 'never' || (word === 'as-administrator' && !administering.includes(person));
  };
  const isTheirs = (route: HandlerRow, person: Person): boolean => {
    const sample = SAMPLES[route.path];
    if (FOR_WHO_SEES_THE_CHILD.includes(String(route.cell)) && person === 'omar') return false;
    const people = route.method === 'GET' ? sample?.knownTo : (sample?.changedBy ?? sample?.knownTo);
    return !mayNever(route, person) && (people?.includes(person) ?? true);
  };
  const own = (route: HandlerRow): string => address(route.path, String(ids.get(SAMPLES[route.path] ?? abdi)));

  it('has a sample record for each address with a part that changes, and no others', () => {
    const changing = closed().map(({ path }) => path).filter((path) => path.includes(':'));
    expect([...new Set(changing)].toSorted()).toEqual(Object.keys(SAMPLES).toSorted());
    expect([...ids.values()]).not.toContain('undefined');
  });

  it('leads who is not signed in to the page for that', async () => {
    for (const route of routes.filter(({ cell }) => cell !== 'public')) {
      const path = address(route.path, SAMPLES[route.path]?.nobodys ?? randomUUID());
      const { status, headers } = await ask(site.visitor(), route, path);
      const back = route.method === 'GET' ? `?naar=${encodeURIComponent(path)}` : '';
      expect({ path, status, to: headers.location }).toEqual({ path, status: 303, to: `/inloggen${back}` });
    }
  });

  it.each(everybody.map(({ key }) => key))('does not find for %s what is not theirs, as if it were not there', async (person) => {
    const browser = browsers.get(person) ?? site.visitor();
    for (const route of closed()) {
      const sample = SAMPLES[route.path];
      if (isTheirs(route, person)) continue;
      const told = await ask(browser, route, address(route.path, sample ? String(ids.get(sample)) : ''));
      expect({ ...route, status: told.status }).toEqual({ ...route, status: 404 });
      if (!sample) continue;
      const nobodys = await ask(browser, route, address(route.path, sample.nobodys));
      expect({ status: nobodys.status, text: nobodys.text }).toEqual({ status: 404, text: told.text });
    }
  });

  it('opens for who it is meant for, so that the refusals mean something', async () => {
    for (const route of closed().filter(({ method }) => method === 'GET')) {
      const meant = everybody.map(({ key }) => key).filter((key) => isTheirs(route, key));
      expect({ ...route, meant: meant.length > 0 }).toEqual({ ...route, meant: true });
      for (const person of meant) {
        const { status } = await ask(browsers.get(person) ?? site.visitor(), route, own(route));
        expect({ ...route, person, status }).toEqual({ ...route, person, status: 200 });
      }
    }
  });

  it('takes what is sent by who it is meant for, or says what is wrong with it', async () => {
    const shut: string[] = [];
    for (const route of closed().filter(({ method, path }) => method !== 'GET' && path !== WANTS_A_CLASS && path !== WORKS_ONCE)) {
      const meant = everybody.map(({ key }) => key).filter((key) => isTheirs(route, key));
      if (!meant.length) shut.push(`${route.path} is meant for nobody`);
      for (const person of meant) {
        const { status } = await ask(browsers.get(person) ?? site.visitor(), route, own(route));
        if (status === 404 || status >= 500) shut.push(`${route.path} says ${status} to ${person}`);
      }
    }
    expect(shut).toEqual([]);
  });

  it('is what docs/policy/adressen.md says; WRITE_ADDRESSES=1 writes it', () => {
    const walked = closed().map((route) => ({ route, opens: rolesWith(route, true), shut: rolesWith(route, false) }));
    const text = addressTable(walked);
    if (process.env.WRITE_ADDRESSES) fs.writeFileSync(ADDRESSES, text);
    expect(fs.readFileSync(ADDRESSES, 'utf8')).toBe(text);
  });

  /** Roles of the personas for whom it opened, or who have the right role and stay out because the record is somebody else's. */
  function rolesWith(route: HandlerRow, theirs: boolean): string[] {
    const found = everybody.filter(({ key }) => !mayNever(route, key) && isTheirs(route, key) === theirs);
    return roles.filter(({ code }) => found.some(({ role }) => role === code)).map(({ dutch }) => dutch);
  }
});
