import path from 'node:path';
import { organisationKinds } from '#policy';
import type { Sql } from '#platform';
import type { Kind } from '../kinds/kind.ts';
import type { Owner } from './bringing.ts';

/** It cannot be told whose file this is: what to add, in one sentence. */
export class UnknownOwner extends Error {}

const SENDING: readonly string[] = organisationKinds.filter(({ part, code }) => part === 'sends' || code === 'mbo').map(({ code }) => code);

/** The organisations that can be meant, longest codes first; of one region where that is all somebody may bring for. */
export async function organisationsOf(sql: Sql, region?: string): Promise<Owner[]> {
  return sql<Owner & Record<string, unknown>>(
    'select id, code, kind, region from app.organisation where $1::text is null or region = $1 order by length(code) desc, code',
    [region ?? null],
  );
}

/** --for wins; else the longest known code that follows `KIND-` in the name of the file (contract). Longest codes come first. */
export function ownerOf(kind: Kind, file: string, forCode: string | undefined, known: readonly Owner[]): Owner | null {
  if (forCode !== undefined) return checked(kind, forCode, known.find(({ code }) => sameCode(code, forCode)));
  if (kind.broughtFor === null) return null;
  const owner = ownerNamed(kind.name, file, known);
  if (!owner) throw new UnknownOwner(`Van wie is ${path.basename(file)}? Noem het ${kind.name}-CODE.csv met de code van een bekende organisatie, of voeg --for CODE toe.`);
  return checked(kind, owner.code, owner);
}

/** The organisation whose code follows `KIND-` in the name of a file; the longest code first in `known`. */
export function ownerNamed<Known extends { readonly code: string }>(kind: string, file: string, known: readonly Known[]): Known | undefined {
  const name = path.basename(file).toUpperCase();
  const start = `${kind}-`.toUpperCase();
  const rest = name.startsWith(start) ? name.slice(start.length) : '';
  return known.find(({ code }) => rest.startsWith(code.toUpperCase()));
}

function checked(kind: Kind, asked: string, owner: Owner | undefined): Owner {
  if (!owner) throw new UnknownOwner(`De organisatie ${asked} kennen we niet. Breng eerst organisaties, of verbeter de code achter --for.`);
  if (kind.broughtFor === 'receives' && owner.kind !== 'mbo') throw new UnknownOwner(`${owner.code} is geen mbo-school: ${kind.name} komen van een mbo-school. Verbeter de code.`);
  if (kind.broughtFor === 'sends' && !SENDING.includes(owner.kind)) throw new UnknownOwner(`${owner.code} is geen school: ${kind.name} komen van een school. Verbeter de code.`);
  return owner;
}

const sameCode = (one: string, other: string): boolean => one.toUpperCase() === other.trim().toUpperCase();
