import { type KindName, kindNames, type Organisation, ownerNamed } from '#exchange';
import type { Visitor } from '#people';
import { type FileRow, filesOf, schoolYearOf } from '#policy';
import type { FormError } from '../pages/forms.ts';
import type { UploadForm } from './upload.ts';

export interface UploadOrder {
  readonly kind: KindName;
  readonly organisationId: string;
  readonly year: string | null;
}

export const isRegion = ({ actor }: Visitor): boolean => actor.kind === 'region';

/** The leavers of this school year, or of one of the two before it. */
export function yearsToChoose(today: string): { code: string; text: string }[] {
  const now = schoolYearOf(today);
  const from = Number(now.slice(0, 4));
  const before = [1, 2].map((ago) => `${from - ago}-${from - ago + 1}`);
  return [{ code: '', text: `Dit schooljaar (${now})` }, ...before.map((year) => ({ code: year, text: year }))];
}

/** What the person means by this form, and what is missing or not theirs to bring. */
export function readOrder(form: UploadForm, visitor: Visitor, organisations: readonly Organisation[], today: string): { order?: UploadOrder; errors: FormError[] } {
  const { file } = form;
  if (!file) return { errors: [{ field: 'bestand', text: 'Kies eerst een bestand.' }] };
  if (file.size === 0) return { errors: [{ field: 'bestand', text: 'Kies eerst een bestand. Dit bestand is leeg.' }] };
  const kind = kindMeant(form.soort, file.name, filesOf(visitor.role));
  if (!kind) return { errors: [{ field: 'soort', text: 'Kies wat er in het bestand staat. Kies daarna het bestand opnieuw.' }] };
  const owner = isRegion(visitor) ? ownerForRegion(kind, form, visitor, organisations) : ownOrganisation(kind, file.name, visitor, organisations);
  if ('text' in owner) return { errors: [owner] };
  const year = yearsToChoose(today).some(({ code }) => code === form.schooljaar) ? form.schooljaar : '';
  return { order: { kind: kind.code, organisationId: owner.id, year: kind.asksYear && year ? year : null }, errors: [] };
}

function kindMeant(chosen: string, fileName: string, mayBring: readonly FileRow[]): (FileRow & { code: KindName }) | undefined {
  const named = mayBring.find(({ code }) => fileName.toLowerCase().startsWith(code));
  const meant = chosen ? mayBring.find(({ code }) => code === chosen) : named;
  const code = kindNames.find((name) => name === meant?.code);
  return meant && code && { ...meant, code };
}

/** A school or college brings its own; a file that by its name is another's is a mistake that must not go in. */
function ownOrganisation({ code }: FileRow, fileName: string, visitor: Visitor, organisations: readonly Organisation[]): FormError | { id: string } {
  const named = ownerNamed(code, fileName, organisations);
  if (!named || named.id === visitor.organisationId) return { id: visitor.organisationId };
  return { field: 'bestand', text: `Dit bestand is van ${named.name}, zegt de naam (${named.code}). Je kunt alleen bestanden van ${visitor.organisation} brengen.` };
}

const FOR_ITSELF = ['organisaties', 'medewerkers', 'opleidingen'];

/** Chosen, or told by the name; a list that names the organisations itself belongs to the region. */
function ownerForRegion({ code }: FileRow, { organisatie, file }: UploadForm, visitor: Visitor, organisations: readonly Organisation[]): FormError | { id: string } {
  const ours = organisations.filter(({ region }) => region !== null && region === visitor.region);
  const chosen = ours.find(({ id }) => id === organisatie);
  const named = ownerNamed(code, file?.name ?? '', organisations);
  if (!chosen && named && !ours.includes(named)) return { field: 'bestand', text: `Dit bestand is van ${named.name}, zegt de naam (${named.code}). Die hoort bij een andere regio.` };
  const owner = chosen ?? named;
  if (owner) return owner;
  if (FOR_ITSELF.includes(code)) return { id: visitor.organisationId };
  return { field: 'organisatie', text: 'Kies van welke organisatie dit bestand is. Kies daarna het bestand opnieuw.' };
}
