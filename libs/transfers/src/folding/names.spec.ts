import { fold } from './fold.ts';
import { foldMunicipality } from './municipality.ts';
import { familyName, foldName } from './names.ts';

const folded = (given: string, prefix: string, family: string) => foldName(given, familyName(prefix, family));

describe('folding a name', () => {
  it.each([
    ['Vries, de', ''],
    ['de Vries', ''],
    ['Vries', 'de'],
    ['DE VRIES', ''],
    ['de Vries', 'de'],
    ['Vries, de', 'de'],
    ['Vries,de', ''],
    ['VRIES', 'DE'],
  ])('reads "%s" with "%s" apart as one name', (family, prefix) => {
    expect(folded('Lotte', prefix, family)).toEqual({ given: 'lotte', family: 'devries', sort: 'vries lotte' });
  });

  it.each([
    ['Yılmaz', 'YILMAZ'],
    ['İpek', 'Ipek'],
    ['Öztürk', 'Ozturk'],
    ['Anne-Fleur', 'Anne Fleur'],
    ['Anne–Fleur', 'annefleur'],
    ["D'Angelo", 'D’Angelo'],
    ['D`Angelo', 'DAngelo'],
    ["van 't Hof", 'van ´t Hof'],
    ['Łukasz', 'lukasz'],
    ['Søren', 'Soren'],
    ['Ĳsbrand', 'IJsbrand'],
    ['Zoe\u0308', 'Zoë'],
    ['Strauß', 'STRAUSS'],
  ])('holds %s and %s for the same', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it('keeps names apart that are not the same', () => {
    expect(folded('Lotte', 'de', 'Vries').family).not.toBe(folded('Lotte', '', 'Vries').family);
    expect(folded('Lotte', 'van', 'Dijk').family).not.toBe(folded('Lotte', 'van', 'Dyk').family);
  });

  it('shows a name as it was registered, with the prefix in front', () => {
    expect(familyName('', 'Vries, de')).toEqual({ prefix: 'de', family: 'Vries' });
    expect(familyName('', 'Linden, van der')).toEqual({ prefix: 'van der', family: 'Linden' });
    expect(familyName('', 'Jansen, Pieter')).toEqual({ prefix: '', family: 'Jansen, Pieter' });
    expect(familyName('van', 'Vandenberg')).toEqual({ prefix: 'van', family: 'Vandenberg' });
  });

  it('sorts by what comes after the prefix, also when that was not written apart', () => {
    expect(folded('Sem', '', 'van den Brink').sort).toBe('brink sem');
    expect(folded('Sem', '', 'De').sort).toBe('de sem');
  });

  it('knows the two cities with two names', () => {
    expect(foldMunicipality('Den Haag')).toBe(foldMunicipality("'s-Gravenhage"));
    expect(foldMunicipality('DEN BOSCH')).toBe(foldMunicipality('’s-Hertogenbosch'));
    expect(foldMunicipality('Den Helder')).toBe('denhelder');
  });
});
