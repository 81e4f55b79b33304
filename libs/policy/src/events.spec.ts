import { sentenceOf } from './events.ts';

describe('what happened, in Dutch', () => {
  it.each([
    [{ kind: 'status-reported', became: 'no-show' }, 'Niet verschenen.'],
    [{ kind: 'status-retracted', became: 'started' }, 'Teruggenomen: gestart.'],
    [{ kind: 'signal-moved', was: 'no-place-yet', became: 'no-place-at-start' }, 'Melding gaat van ‘nog geen plek’ naar ‘geen plek bij de start’.'],
    [{ kind: 'signal-closed', was: 'no-show', became: 'started' }, 'Melding weg: de mbo-school zag de leerling.'],
    [{ kind: 'signal-closed', was: 'no-show', became: null }, 'Melding weg.'],
    [{ kind: 'case-closed', became: 'bbl' }, 'Zaak gesloten: volgt een bbl-opleiding.'],
    [{ kind: 'case-closed', was: 'started', became: 'bbl' }, 'Zaak gesloten: gestart gemeld, volgt een bbl-opleiding.'],
    [{ kind: 'case-closed', was: 'starts-after-all', became: 'full-time' }, 'Zaak gesloten: start alsnog, voltijd of bol.'],
    [{ kind: 'case-closed', was: 'has-moved', became: 'moved' }, 'Zaak gesloten: verhuisd.'],
    [{ kind: 'destination-known', became: 'work' }, 'Bestemming bekend: werk.'],
    [{ kind: 'destination-known', became: null }, 'Toch geen andere route: bestemming gewist.'],
    [{ kind: 'contact-attempted', became: 'no-contact' }, 'Geen contact gekregen.'],
  ])('%o', (event, sentence) => {
    expect(sentenceOf(event)).toBe(sentence);
  });
});
