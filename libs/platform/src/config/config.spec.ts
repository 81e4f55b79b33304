import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { publicUrlOf, readConfig } from './config.ts';
import { keptSecret } from './secret.ts';

const SECRET = 'x'.repeat(32);
const OWN = { DATABASE_URL: 'postgres://u:geheim@db/overstap', SESSION_SECRET: SECRET, SMTP_URL: 'smtp://mail' };
const service = (env: Record<string, string | undefined>) => readConfig(env, 'service');

describe('the settings', () => {
  it('need nothing on a new machine', () => {
    const config = service({});
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, demo: 'region', demoPages: true, role: 'all', logLevel: 'info' });
    expect(config.dataFolder).toBe(path.resolve('.data'));
    expect(publicUrlOf(config).href).toBe('http://localhost:3000/');
  });

  it('take an empty one for absent', () => {
    expect(service({ PORT: '', PUBLIC_URL: ' ', SMTP_URL: '', OIDC_SCHOOL_ISSUER: '' })).toEqual(service({}));
  });

  it('fill no example region in a database of one’s own, unless asked', () => {
    expect(service(OWN).demo).toBe('none');
    expect(service({ ...OWN, OVERSTAP_DEMO: 'region' }).demo).toBe('region');
  });

  it('open the demo pages only for somebody at this machine', () => {
    const seen = (env: Record<string, string>): boolean => service(env).demoPages;
    expect(seen({ HOST: '0.0.0.0' })).toBe(false);
    expect(seen({ PUBLIC_URL: 'https://overstap.example' })).toBe(false);
    expect(seen({ HOST: '::1', PUBLIC_URL: 'http://[::1]:8080' })).toBe(true);
  });

  it('ask for a mail server where mails are meant for people, but not for commands', () => {
    const env = { ...OWN, SMTP_URL: '' };
    expect(() => service(env)).toThrow('SMTP_URL ontbreekt');
    expect(readConfig(env, 'command').smtp).toBeUndefined();
  });

  it('end a session sooner for students than for staff', () => {
    expect(service({}).sessionMinutes).toEqual({ students: 30, staff: 120 });
    expect(service({ SESSION_MINUTES_STUDENTS: '15', SESSION_MINUTES_STAFF: '600' }).sessionMinutes).toEqual({ students: 15, staff: 600 });
  });

  it('read a set per identity provider', () => {
    const set = { OIDC_MIJN_SCHOOL_ISSUER: 'https://id.example', OIDC_MIJN_SCHOOL_CLIENT_ID: 'a', OIDC_MIJN_SCHOOL_CLIENT_SECRET: 'b' };
    expect(service(set).oidc).toEqual([
      { name: 'mijn_school', issuer: new URL('https://id.example'), clientId: 'a', clientSecret: 'b', claimEmail: 'email', label: 'MIJN_SCHOOL', domains: [], asksSecondFactor: true },
    ]);
  });

  it('keep the database of a socket address reachable for other users', () => {
    const url = service({ ...OWN, DATABASE_URL: 'postgres:///overstap?host=/run/postgresql' }).databaseUrl;
    expect(url).toBe('postgres://localhost/overstap?host=/run/postgresql');
  });

  it.each([
    { PORT: '65536' },
    { PORT: '3000x' },
    { HOST: 'hier en daar' },
    { PUBLIC_URL: 'overstap.example' },
    { PUBLIC_URL: 'https://overstap.example/pad' },
    { TRUST_PROXY: '10.0.0.1, proxy' },
    { TRUST_PROXY: '10.0.0.0/33' },
    { DATABASE_URL: 'mysql://u:geheim@db/overstap' },
    { OVERSTAP_DEMO: 'regio' },
    { OVERSTAP_TODAY: '2026-02-30' },
    { OVERSTAP_TODAY: '15-09-2026' },
    { SMTP_URL: 'mail.example' },
    { MAIL_FROM: 'Overstap' },
    { MAIL_FROM: 'a@b.nl\r\nBcc: c@d.nl' },
    { OIDC_SCHOOL_ISSUER: 'https://id.example' },
    { OIDC_SCHOOL_ISUER: 'https://id.example' },
    { OIDC_SCHOOL_DOMAINS: 'mijnschool', OIDC_SCHOOL_ISSUER: 'https://id.example', OIDC_SCHOOL_CLIENT_ID: 'a', OIDC_SCHOOL_CLIENT_SECRET: 'b' },
    { OIDC_LINK_ISSUER: 'https://id.example' },
    { OIDC_SCHOOL_SECOND_FACTOR: 'nee', OIDC_SCHOOL_ISSUER: 'https://id.example', OIDC_SCHOOL_CLIENT_ID: 'a', OIDC_SCHOOL_CLIENT_SECRET: 'b' },
    { SESSION_SECRET: 'geheim' },
    { OVERSTAP_ROLE: 'mail' },
    { LOG_LEVEL: 'luid' },
    { SESSION_MINUTES_STUDENTS: '0' },
    { SESSION_MINUTES_STAFF: 'een uur' },
  ])('refuse %j with a sentence that names it and repeats no secret', (env) => {
    const [name = ''] = Object.keys(env);
    expect(() => service(env)).toThrow(expect.objectContaining({ name: 'WrongSetting', message: expect.stringContaining(name.slice(0, 11)) }));
    expect(() => service(env)).not.toThrow('geheim@');
  });

  it('ask for a fixed secret beside a database of one’s own', () => {
    expect(() => service({ ...OWN, SESSION_SECRET: '' })).toThrow('SESSION_SECRET ontbreekt');
  });

  it('keep a made secret for the owner only', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'secret-'));
    expect(keptSecret(folder)).toBe(keptSecret(folder));
    expect(fs.statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600);
    fs.rmSync(folder, { recursive: true });
  });
});
