import fs from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { passportJson, type Dossier } from '#dossiers';
import { ofSem } from './sem.ts';

const holds = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(fs.readFileSync('public/schema/paspoort-1.json', 'utf8')) as object);
const written = (dossier: object): Record<string, unknown> => JSON.parse(passportJson(dossier as Dossier, 'https://overstap.example/schema/paspoort-1.json')) as Record<string, unknown>;

describe('a passport as JSON', () => {
  it('keeps to the schema that we publish, with and without a receiver', () => {
    expect([holds(written(ofSem)), holds.errors]).toEqual([true, null]);
    expect([holds(written({ ...ofSem, receiver: undefined, sections: [] })), holds.errors]).toEqual([true, null]);
  });

  it('names the schema and holds every answer', () => {
    expect(written(ofSem)).toMatchObject({ $schema: 'https://overstap.example/schema/paspoort-1.json', version: 1, sections: ofSem.sections });
  });

  it('has a schema that refuses what we never write, such as an id or a count of sections', () => {
    expect(holds(written({ ...ofSem, total: 7 }))).toBe(false);
    expect(holds(written({ ...ofSem, sections: [{ ...ofSem.sections[0], id: 'x' }] }))).toBe(false);
    expect(holds(written({ ...ofSem, madeOn: '14-09-2026' }))).toBe(false);
  });
});
