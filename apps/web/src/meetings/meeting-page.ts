import type { Meeting, MeetingBoard, Wording } from '#dossiers';
import { dayInFull } from '#platform';
import { meetingAnswers, meetingPurposes, noTalkAbout, paths, roleOf } from '#policy';
import type { FormError } from '../pages/forms.ts';

const roleText = (role: string): string => (role === 'student' ? 'leerling' : role === 'guardian' ? 'ouder of verzorger' : (roleOf(role)?.dutch.toLowerCase() ?? role));

/** Planning, answers and agreements of one joint intake. */
export function meetingPage(application: string, board: MeetingBoard, isCollege: boolean, typed: object = {}, errors: readonly FormError[] = []) {
  const { meeting } = board;
  const isPlanned = meeting?.state === 'planned';
  return {
    title: 'Gezamenlijk gesprek',
    section: isCollege ? 'Aanmeldingen' : 'Leerlingen',
    back: isCollege ? paths.intakeOf(application) : paths.leaver(board.leaver),
    here: paths.meeting(application),
    who: board.name,
    meeting: meeting && shown(meeting),
    isPlanned,
    noTalk: noTalkAbout(board.status),
    seen: meeting?.state === 'held' ? meeting.wordings[0]?.id : undefined,
    guests: board.guests.map((guest) => ({ ...guest, answer: answerText(guest.answer) })),
    guestChoices: board.guests.map(({ id, name }) => ({ code: id, text: name })),
    choices: isPlanned ? [] : board.choices.map(({ member, role, name }) => ({ code: member, text: `${name}, ${roleText(role)}` })),
    purposes: meetingPurposes.map(({ code, dutch }) => ({ code, text: dutch })),
    typed: { dag: isPlanned ? meeting.day : '', tijd: isPlanned ? meeting.time : '', plaats: isPlanned ? meeting.place : '', doel: isPlanned ? meeting.purpose : '', wie: [], waren: [], gemeente: '', adres: '', afspraken: '', anders: meeting?.agreements ?? '', ...typed },
    errors,
  };
}

export const shown = ({ day, time, place, purpose, state, agreements, wordings: [newest, ...earlier] }: Meeting) => ({
  ...(earlier.length ? { changed: writtenBy(newest), earlier: earlier.map((wording) => ({ text: wording.text, by: writtenBy(wording) })) } : {}),
  day, time: time.replace(':', '.'), place, purpose: meetingPurposes.find(({ code }) => code === purpose)?.dutch, agreements,
  state: state === 'planned' ? 'Gepland' : state === 'held' ? 'Geweest' : 'Gaat niet door',
});

/** Who wrote it and when; nothing of what is older than that. */
const writtenBy = (wording: Wording | undefined): string | undefined =>
  wording?.day ? `${[wording.writer, wording.organisation].filter(Boolean).join(', ')}, ${dayInFull(wording.day)}` : undefined;

const answerText = (answer: string | null): string => meetingAnswers.find(({ code }) => code === answer)?.dutch ?? 'Nog geen antwoord';
