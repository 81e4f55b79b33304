import { sections as known } from '#policy';
import type { Experience } from '../../writing/answered.ts';
import type { DossierAnswer, DossierFile, DossierSection } from '../dossier.ts';
import { allowed } from './allowed.ts';

/** A part with its questions and answers; `blok` names its counterpart in the OSO data set, where there is one. */
export function partIn({ code, dutch, by, sharedOn, agrees, objection, answers }: DossierSection) {
  const block = known.find((row) => row.code === code)?.oso;
  return {
    '@code': code,
    ...(block && { '@blok': block }),
    naam: allowed(dutch),
    geschrevendoor: allowed(by),
    ...(sharedOn && { gedeeldop: sharedOn }),
    ...(agrees !== undefined && { akkoord: agrees ? 'Ja' : 'Nee' }),
    ...(objection && { redennietakkoord: allowed(objection) }),
    ...(answers.length && { antwoord: answers.map(answerIn) }),
  };
}

const answerIn = ({ code, asked, answer }: DossierAnswer) => ({ '@code': code, vraag: allowed(asked), ...valueIn(answer) });

function valueIn(answer: DossierAnswer['answer']) {
  if (typeof answer === 'string') return { tekst: allowed(answer) };
  const texts = answer.filter((one) => typeof one === 'string');
  const files = answer.filter((one): one is DossierFile => typeof one === 'object' && 'size' in one);
  const stages = answer.filter((one): one is Experience => typeof one === 'object' && 'where' in one);
  if (texts.length) return { tekst: texts.map(allowed) };
  if (files.length) return { bestand: files.map(({ name, kind, size }) => ({ naam: allowed(name), soort: kind, grootte: String(size) })) };
  return { stage: stages.map(({ where, what, howLong }) => ({ waar: allowed(where), werkzaamheden: allowed(what), duur: allowed(howLong) })) };
}
