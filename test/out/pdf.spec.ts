import { passportPdf, type Dossier } from '#dossiers';
import { readPdf } from './read-pdf.ts';
import { ofSem } from './sem.ts';

const readAs = async (dossier: Dossier) => readPdf(await passportPdf(dossier));
const withAnswer = (answer: string, by = 'Sem'): Dossier => ({ ...ofSem, sections: [{ code: 'who-am-i', dutch: 'Wie ben ik?', by, answers: [{ code: 'in-my-words', asked: 'Wie ben je?', answer }] }] });

describe('a passport as PDF', () => {
  it('says its title and language, and that it is made to be read aloud', async () => {
    const { title, language, marked, showsTitle, xmp } = await readAs(ofSem);
    expect({ title, language, marked, showsTitle }).toEqual({ title: 'Paspoort voor Succes van Sem van den Berg', language: 'nl-NL', marked: true, showsTitle: true });
    expect(xmp).toMatchObject({ 'dc:title': title, 'pdfuaid:part': '1' });
  });

  it('reads in order: each question as a heading above its answer', async () => {
    const { pages } = await readAs(ofSem);
    expect(pages.flatMap(({ tagged }) => tagged.map(({ tag, text }) => `${tag} ${text}`))).toEqual([
      'H1 Paspoort voor Succes van Sem van den Berg',
      'Lbl •', 'LBody Geboren op 2 maart 2010',
      'Lbl •', 'LBody Het Anker, klas 4B, schooljaar 2025-2026',
      'Lbl •', 'LBody Gedeeld met Zuidstroom College voor Kok (BBL), start op 24 augustus 2026',
      'H2 Wie ben ik?', 'P Geschreven door Sem. Gedeeld op 3 maart 2026.',
      'H3 Hoe zou je jezelf beschrijven?', 'P Rustig.', 'P Ik kook graag.',
      'H3 Hoe leer jij het best?', 'Lbl •', 'LBody Door te doen', 'Lbl •', 'LBody Samen met anderen',
      'H2 Stage en werk', 'P Geschreven door Sem. Gedeeld op 3 maart 2026.',
      'H3 Je stages en banen', 'Lbl •', 'LBody Bakkerij Smit, brood bakken, 3 weken',
      'H3 Bijlagen', 'Lbl •', 'LBody portfolio.pdf (pdf, 1,2 MB)',
      'H2 Deel van je mentor', 'P Geschreven door de mentor. Gedeeld op 3 maart 2026.',
      'H3 Wat gaat goed bij deze leerling?', 'P Sem helpt anderen.',
      'H3 Wat vraagt aandacht?', 'P Vroeg opstaan.', 'H3 Past de gekozen opleiding?', 'P Ja, past goed', 'H3 Is een gesprek nodig?', 'P Ja',
      'P Sem wil dit bespreken: ‘Ik ben wél op tijd.’',
    ]);
  });

  it('numbers its pages at the foot, which is not read aloud', async () => {
    const { pages } = await readAs(withAnswer('Ik werk in de bakkerij van mijn oom. '.repeat(150)));
    expect(pages.map(({ artifacts }) => artifacts.join(' '))).toEqual([
      'Paspoort van Sem van den Berg, gemaakt op 14 september 2026, bladzijde 1 van 2',
      'Paspoort van Sem van den Berg, gemaakt op 14 september 2026, bladzijde 2 van 2',
    ]);
  });

  it('carries a long answer over pages: nothing lost, nothing loose, no empty page', async () => {
    const sentences = Array.from({ length: 400 }, (_, at) => `Zin nummer ${at}.`);
    const { pages } = await readAs(withAnswer(sentences.join(' ')));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap(({ loose }) => loose)).toEqual([]);
    expect(pages.filter(({ tagged }) => !tagged.length)).toEqual([]);
    const read = pages.flatMap(({ tagged }) => tagged.map(({ text }) => text)).join(' ').replace(/\s+/g, ' ');
    expect(sentences.filter((sentence) => !read.includes(sentence))).toEqual([]);
    expect(pages.flatMap(({ drawn }) => drawn).join(' ')).toBe(pages.flatMap(({ tagged }) => tagged.map(({ text }) => text)).join(' '));
  });

  it('leaves no heading alone at the foot of a page', async () => {
    for (let lines = 20; lines < 28; lines++) {
      const { pages } = await readAs({ ...withAnswer('Een regel.\n'.repeat(lines)), sections: [...withAnswer('Een regel.\n'.repeat(lines)).sections, ...ofSem.sections] });
      expect(pages.map(({ tagged }) => tagged.at(-1)!.tag).filter((tag) => tag.startsWith('H') || tag === 'Lbl')).toEqual([]);
    }
  });

  it('writes the letters of every name, however they were typed', async () => {
    const names = 'Yılmaz, Çelik, Đặng, İbrahim, Škoda, Łukasz, Nguyễn, Şeyma, Ólafur, Žofia, Ангел, Ελένη';
    const { pages } = await readAs(withAnswer(names.normalize('NFD'), 'Đặng Yılmaz'));
    expect(pages[0]!.tagged.map(({ text }) => text)).toContain(names);
    expect(pages[0]!.tagged.map(({ text }) => text)).toContain('Geschreven door Đặng Yılmaz.');
  });

  it('shows a box for a sign that the font lacks, and says so', async () => {
    const { pages } = await readAs(withAnswer('Koken 👩🏽‍🍳 is leuk ❤️ echt'));
    const texts = pages[0]!.tagged.map(({ text }) => text);
    expect(texts.find((text) => text.startsWith('Koken'))).toMatch(/^Koken □ is leuk . echt$/);
    expect(texts.at(-1)).toBe('□ staat op de plek van een teken dat in deze pdf niet past.');
  });

  it('is the same file each time it is made', async () => {
    expect(Buffer.compare(await passportPdf(ofSem), await passportPdf(ofSem))).toBe(0);
  });
});
