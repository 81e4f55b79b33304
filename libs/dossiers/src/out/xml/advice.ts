import type { DossierSection } from '../dossier.ts';
import { allowed } from './allowed.ts';

/** The mentor's questions that the OSO data set has a place of its own for. */
const places = { advice: 'advies', 'why-advice': 'argumentatie', attention: 'aandachtspunten' } as const;

/** The mentor's advice, when it is in the dossier at all. */
export function adviceIn(sections: readonly DossierSection[]) {
  const answers = sections.find(({ code }) => code === 'mentor-part')?.answers ?? [];
  const said = (code: string): string | undefined => {
    const answer = answers.find((one) => one.code === code)?.answer;
    return typeof answer === 'string' && answer ? allowed(answer) : undefined;
  };
  const advice = said('advice');
  if (!advice) return undefined;
  const texts = Object.entries(places).flatMap(([code, place]) => (said(code) ? [[place, said(code)]] : []));
  const talk = said('warm-handover');
  return { ...(Object.fromEntries(texts) as Record<string, string>), ...(talk && { contactnodig: String(talk === 'Ja') }) };
}
