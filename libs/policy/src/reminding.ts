/** The one thing that a student is asked for when the mentor sends a reminder: the first row that holds. Signals: asked whenever one of these is open. */
export const reminderThings = [
  { code: 'call', dutch: 'Bel of mail je mentor vandaag', page: 'ownTransfer', signals: ['no-show', 'dropped-out', 'start-unconfirmed'], because: 'Wie er bij de start niet was, is met een gesprek het snelst terug.' },
  { code: 'apply', dutch: 'Meld je aan bij een mbo-school', page: 'ownTransfer', signals: ['no-place-at-start', 'last-option-gone'], because: 'Zonder aanmelding is er geen plek.' },
  { code: 'passport', dutch: 'Ga verder met je paspoort', page: 'passport', signals: [], because: 'Delen kan pas als er iets staat.' },
  { code: 'answer', dutch: 'Kijk wat de mbo-school van je vraagt', page: 'ownTransfer', signals: [], because: 'De leerling is aan zet bij een aanmelding.' },
  { code: 'look', dutch: 'Kijk hoe het met je overstap gaat', page: 'ownTransfer', signals: [], because: 'Er hoeft nu niets; de mentor wil dat de leerling kijkt.' },
] as const;

export type ReminderThing = (typeof reminderThings)[number]['code'];

/** Whether a mentor can remind somebody now. Chosen: ticked beforehand on the page that asks whether it is right. */
export const remindable = [
  { code: 'ready', dutch: '', may: true, chosen: true, because: 'Krijgt de mail.' },
  { code: 'recent', dutch: 'Kreeg kort geleden al een herinnering', may: true, chosen: false, because: 'Te veel mail wordt niet meer gelezen; de mentor mag het toch doen.' },
  { code: 'today', dutch: 'Kreeg vandaag al een herinnering', may: false, chosen: false, because: 'Twee op een dag is altijd te veel.' },
  { code: 'not-in', dutch: 'Logde nog nooit in. Nodig eerst uit', may: false, chosen: false, because: 'Zonder account is er niets om naar toe te gaan.' },
  { code: 'no-address', dutch: 'Heeft geen mailadres. Spreek de leerling op school', may: false, chosen: false, because: 'Er is niets om naar te mailen.' },
  { code: 'settled', dutch: 'Is gestart of heeft een andere bestemming', may: false, chosen: false, because: 'Er hoeft niets meer.' },
] as const;

export type Remindable = (typeof remindable)[number]['code'];

/** Days in which a second reminder is not ticked beforehand. */
export const REMINDED_LATELY_DAYS = 3;
