import type { TablesPage } from '#alerts';
import { paths, tableReasons, tableSeasonOf } from '#policy';
import type { FormError } from '../pages/forms.ts';
import { badgeOf, phaseOf } from './standing.ts';

interface View {
  readonly today: string;
  readonly school: string;
  readonly typed: { readonly dag?: string; readonly aanwezig?: string };
  readonly errors: readonly FormError[];
}

/** Who is at risk at this school now, and the tables that were held about them. */
export function tablesPage({ atRisk, tables }: TablesPage, { today, school, typed, errors }: View) {
  const season = tableSeasonOf(today);
  const groups = tableReasons.map(({ code, dutch }) => ({
    code,
    title: GROUPS[code] ?? dutch,
    rows: atRisk.filter(({ reason }) => reason === code).map((row) => ({ ...row, href: paths.leaver(row.leaver), badge: badgeOf(row), phase: phaseOf(row.phase) })),
  }));
  return {
    title: 'Overstaptafel',
    school,
    asks: season.asks,
    total: atRisk.length,
    groups: groups.filter(({ rows }) => rows.length),
    tables: tables.map((row) => ({ ...row, href: paths.table(row.id), isComing: row.heldOn >= today })),
    here: paths.tables,
    agreements: paths.agreements,
    typed: { dag: typed.dag ?? today, aanwezig: typed.aanwezig },
    errors,
  };
}

const GROUPS: Readonly<Record<string, string>> = { agreement: 'Afspraak nog open', signal: 'Met een melding', 'no-application': 'Nog geen aanmelding', 'no-place': 'Nog geen plek' };
