export { hasRefusals, importFiles, type ImportOrder, isRefused } from './bringing/import-files.ts';
export type { FileReport, ImportReport, RefusedReport, Remark } from './bringing/bringing.ts';
export { UnknownOwner } from './bringing/whose-file.ts';
export { kindOf, kinds } from './kinds/index.ts';
export { type Kind, type KindName, kindNames } from './kinds/kind.ts';
export { bytesSource, fileSource, type Source } from './reading/source.ts';
