import { type FileReport, hasRefusals, type ImportReport, isRefused, type RefusedReport, type Remark } from '#exchange';
import type { Asked } from '../command.ts';

const SHOWN = 20;

/** What a person reads after an import: per file the counts and the first rows that need work. */
export function importText(report: ImportReport, values: Asked['values']): string[] {
  const { tied, waiting } = report.ties;
  return [
    ...report.files.flatMap(fileText),
    `Gekoppeld: ${tied}. Nog te koppelen: ${waiting}.`,
    ...verdict(report, values),
  ];
}

function verdict(report: ImportReport, values: Asked['values']): string[] {
  if (values['dry-run']) return ['Dit was een proef: er is niets geschreven.'];
  return values['all-or-nothing'] && hasRefusals(report) ? ['Er is niets geschreven, want er waren fouten.'] : [];
}

function fileText(report: FileReport | RefusedReport): string[] {
  if (isRefused(report)) return [`${report.file}: niet ingelezen. ${report.error}`];
  const { file, rows, created, updated, unchanged, waiting, refused, warnings, unknownColumns } = report;
  return [
    `${file}: ${rows} ${rows === 1 ? 'rij' : 'rijen'}, ${created} nieuw, ${updated} gewijzigd, ${unchanged} hetzelfde${waiting ? `, ${waiting} wachten` : ''}, ${refused.length} geweigerd.`,
    ...(unknownColumns.length ? [`  Niet gebruikt: ${unknownColumns.join(', ')}.`] : []),
    ...remarksText('Geweigerd', refused),
    ...remarksText('Let op', warnings),
  ];
}

function remarksText(title: string, remarks: readonly Remark[]): string[] {
  const lines = remarks.slice(0, SHOWN).map(({ line, column, value, message }) => `  ${title}, regel ${line}, ${column} "${value}": ${message}`);
  return remarks.length > SHOWN ? [...lines, `  … en nog ${remarks.length - SHOWN} keer. Met --json staan ze er alle.`] : lines;
}
