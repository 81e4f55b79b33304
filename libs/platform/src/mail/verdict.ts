import type { Answer } from './answer.ts';
import type { ClaimedMail, Verdict } from './mail.ts';

const PERHAPS = ' Misschien is de mail toch aangekomen.';

/** What the answer of the server means for this mail, in words for who wonders where it went. */
export function verdictOn(mail: ClaimedMail, answer: Answer): Verdict {
  if (answer.kind === 'accepted') return { next: 'sent', said: answer.said };
  const { said } = answer;
  if (answer.kind === 'refused') {
    const what = answer.address ? 'dit adres' : 'deze mail';
    return dead(mail, `De mailserver weigert ${what}: ${answer.said}`, said, answer.address);
  }
  const mayHaveArrived = answer.kind === 'later' && answer.mayHaveArrived;
  return later({ ...mail, mayHaveArrived: mail.mayHaveArrived || mayHaveArrived }, whyLater(answer), said);
}

/** Of three days without success nothing better is to be expected. */
export function later(mail: ClaimedMail, why: string, said?: string): Verdict {
  if (mail.overdue) return dead(mail, `Drie dagen lang niet gelukt. ${why}`, said);
  return { next: 'later', why, said, mayHaveArrived: mail.mayHaveArrived };
}

export const dead = (mail: ClaimedMail, why: string, said?: string, addressRefused = false): Verdict => ({
  next: 'dead',
  why: mail.mayHaveArrived ? `${why}${PERHAPS}` : why,
  said,
  addressRefused,
});

function whyLater(answer: Exclude<Answer, { kind: 'accepted' | 'refused' }>): string {
  if (answer.said) return `De mailserver vraagt om het later te proberen: ${answer.said}`;
  return answer.kind === 'later' && answer.hung ? 'De mailserver gaf geen antwoord.' : 'De verbinding met de mailserver brak af.';
}
