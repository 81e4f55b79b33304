import { render } from '#platform';
import { renderSample, sample } from './sample-page.ts';

describe('the parts of a page', () => {
  const html = renderSample('parts', sample);

  it('say in the window title that something is wrong', () => {
    expect(html).toContain('<title>Fout: Alle onderdelen – Het Kompas – Overstap</title>');
  });

  it('give the same words at the top and at the field, tied to the field', () => {
    expect(html).toContain('<a class="utrecht-link" href="#email">Vul een e-mailadres in met een @</a>');
    expect(html).toMatch(/id="email-fout">.*Vul een e-mailadres in met een @/);
    expect(html).toMatch(/<input[^>]* id="email"[^>]* value="fatima"[^>]* aria-describedby="email-fout"\s+aria-invalid="true"/);
  });

  it('point a screen reader only at what is on the page', () => {
    const pointed = [...html.matchAll(/aria-describedby="([^"]+)"/g)].flatMap(([, ids = '']) => ids.split(' '));
    expect(pointed.length).toBeGreaterThan(5);
    expect(pointed.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
  });

  it('leave the lines in a text area as they were typed', () => {
    expect(html).toContain('>Eerste regel\n  tweede regel</textarea>');
  });

  it('choose nothing for anybody', () => {
    expect(html.match(/name="uitkomst"[^>]*checked/)).toBeNull();
    expect(html.match(/name="delen"[^>]*value="a" checked/)).not.toBeNull();
  });

  it('write numbers and days as people do', () => {
    expect(html).toContain('1.200 leerlingen hebben jou nu nodig.');
    expect(html).toContain('>18 maart<');
    expect(html).toContain('>1 december 2025<');
    expect(html).toContain('<time datetime="2026-09-02">2 september 2026</time>');
  });

  it('hold nothing inline that the content policy would refuse', () => {
    expect(html).not.toMatch(/ style=| on\w+="|<style|<script(?! type="module" src=)|javascript:|data:/);
  });
});

describe('a template', () => {
  it('that names what its page lacks is an error', () => {
    expect(() => render('pages/account', { layout: sample.layout })).toThrow('not defined');
  });

  it('escapes what people typed on a page and in mail, not in plain text', () => {
    const page = { subject: 'Nieuws', school: 'Vakschool <De "Meent">' };
    expect(renderSample('rich.html', page)).toContain('Vakschool &lt;De &quot;Meent&quot;&gt;');
    expect(renderSample('plain.txt', page)).toContain('Voor Vakschool <De "Meent">.');
  });
});
