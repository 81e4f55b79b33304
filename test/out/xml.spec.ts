import fs from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { passportXml, type Dossier } from '#dossiers';
import { ofSem } from './sem.ts';

const schema = fs.readFileSync('public/schema/paspoort-1.xsd', 'utf8');
/** What xmllint says about it; nothing when it is right. */
const wrongIn = async (contents: string) => {
  const { errors } = await validateXML({ xml: [{ fileName: 'paspoort.xml', contents }], schema: [schema] });
  return errors.map(({ message }) => message);
};
const withAnswer = (answer: string): Dossier => ({ ...ofSem, sections: [{ code: 'who-am-i', dutch: 'Wie ben ik?', by: 'Sem', answers: [{ code: 'in-my-words', asked: 'Wie ben je?', answer }] }] });

describe('a passport as XML', () => {
  it('is right by our own schema of the elements that we use', async () => {
    expect(await wrongIn(passportXml(ofSem))).toEqual([]);
    expect(await wrongIn(passportXml({ ...ofSem, receiver: undefined, sections: [], leaver: { ...ofSem.leaver, class: null, prefix: null, schoolCode: '02AB' } }))).toEqual([]);
  });

  it('is refused by that schema when something is missing', async () => {
    expect(await wrongIn(passportXml(ofSem).replace(/<roepnaam>.*<\/roepnaam>/, ''))).not.toEqual([]);
  });

  it('says on itself that it is a file and not OSO', () => {
    expect(passportXml(ofSem)).toContain('label="bestandsexport, geen OSO-uitwisseling"');
  });

  it('puts the advice of the mentor where OSO has it, and what the student objects', () => {
    const xml = passportXml(ofSem);
    expect(xml).toMatch(/<overstapadvies>\s*<advies>Ja, past goed<\/advies>\s*<aandachtspunten>Vroeg opstaan.<\/aandachtspunten>\s*<contactnodig>true<\/contactnodig>/);
    expect(xml).toMatch(/<akkoord>Nee<\/akkoord>\s*<redennietakkoord>Ik ben wél op tijd.<\/redennietakkoord>/);
  });

  it('holds every letter that was typed, and is right whatever was typed', async () => {
    const typed = `Çelik & Đặng <b>"'</b> ]]> &amp; 👩🏽‍🍳\nregel 2 <!-- -- --> <?x?>`;
    const xml = passportXml(withAnswer(typed));
    expect(await wrongIn(xml)).toEqual([]);
    const text = /<tekst>([^]*?)<\/tekst>/.exec(xml)![1]!;
    expect(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')).toBe(typed);
  });

  it('leaves out what XML cannot hold', async () => {
    const xml = passportXml(withAnswer('a\u0000b\u0008c\uFFFEd\uD800e\u001Bf'));
    expect(xml).toContain('<tekst>abcdef</tekst>');
    expect(await wrongIn(xml)).toEqual([]);
  });

  it('names no part that is not in it', () => {
    const xml = passportXml(withAnswer('Rustig'));
    expect(xml).not.toMatch(/overstapadvies|inzage|mentor|stage/);
  });
});
