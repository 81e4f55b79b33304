import type { Destination } from './destinations.ts';

/** How a school knows that somebody goes elsewhere (rules 4). */
export interface ProofRow {
  readonly code: string;
  readonly dutch: string;
  /** For which destinations it can be one; null: for each. */
  readonly fits: readonly Destination[] | null;
  readonly because: string;
}

const SCHOOL: readonly Destination[] = ['stays-in-vo', 'havo', 'vavo', 'other-vo', 'hbo', 'private-education'];

export const proofs = [
  { code: 'enrolment-letter', dutch: 'bewijs van inschrijving gezien', fits: SCHOOL, because: 'De nieuwe school schreef op dat de leerling er staat.' },
  { code: 'own-administration', dutch: 'staat in onze eigen administratie', fits: ['stays-in-vo', 'havo', 'vavo'], because: 'Wie op de eigen school blijft, heeft geen brief nodig.' },
  { code: 'employment-contract', dutch: 'arbeidscontract gezien', fits: ['work'], because: 'Werk zonder contract is vaak morgen weer weg.' },
  { code: 'placement-letter', dutch: 'brief van de instelling gezien', fits: ['day-activity', 'care'], because: 'Een plek in dagbesteding of zorg staat op papier.' },
  { code: 'exemption-letter', dutch: 'besluit over vrijstelling gezien', fits: ['exempted'], because: 'Alleen de gemeente geeft een vrijstelling.' },
  { code: 'deregistration', dutch: 'uitschrijving uit de gemeente gezien', fits: ['abroad'], because: 'Wie verhuist, schrijft zich uit.' },
  { code: 'seen-by-desk', dutch: 'leerplicht of Doorstroompunt zag het', fits: null, because: 'Het bureau controleert zelf.' },
  { code: 'told-by-parent', dutch: 'verteld door een ouder', fits: null, because: 'Beter dan niets; vraag later om een bewijs.' },
  { code: 'told-by-student', dutch: 'verteld door de leerling', fits: null, because: 'Beter dan niets; vraag later om een bewijs.' },
] as const satisfies readonly ProofRow[];

export type Proof = (typeof proofs)[number]['code'];

/** After a death nobody asks for a proof. */
export const asksProof = (destination: string): boolean => destination !== '' && destination !== 'deceased';

export const proofFits = (proof: string, destination: string): boolean =>
  proofs.some((row: ProofRow) => row.code === proof && (row.fits === null || row.fits.some((code) => code === destination)));
