/** How far the best live application of a leaver has come (rules 2). */
export interface PhaseRow {
  readonly code: string;
  readonly step: number;
  readonly dutch: string;
  readonly because: string;
}

export const phases = [
  { code: 'choosing', step: 1, dutch: 'Keuze maken', because: 'Geen aanmelding, of alleen een voornemen.' },
  { code: 'applied', step: 2, dutch: 'Aangemeld', because: 'Status aangemeld.' },
  { code: 'intake', step: 3, dutch: 'Intake', because: 'Van uitgenodigd tot en met reservelijst.' },
  { code: 'admitted', step: 4, dutch: 'Toegelaten', because: 'Van voorlopig geplaatst tot en met ingeschreven.' },
  { code: 'started', step: 5, dutch: 'Gestart', because: 'De mbo-school zag de leerling.' },
] as const satisfies readonly PhaseRow[];

export type Phase = (typeof phases)[number]['code'];
