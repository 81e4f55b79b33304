export { mailsOf } from './mails.ts';
export { askSignals, isSchool, type HeldSignal, type SignalAnswer, type SignalQuestion } from './signals/ask-signals.ts';
export { EarlierThanLastSweep, sweep, type Swept } from './sweep/sweep.ts';
export { sweepTick } from './sweep/sweep-tick.ts';
export type { Done, Worker } from './cases/acting.ts';
export { Cases } from './cases/cases.ts';
export { RegionQueue } from './cases/region-queue.ts';
export { MentorNotes, type MentorNote } from './notes/mentor-notes.ts';
export { dealingsWith, type Attempt, type CaseLine, type Dealings, type SentMail } from './story/dealings.ts';
