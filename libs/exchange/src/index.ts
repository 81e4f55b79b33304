export { hasRefusals, importFiles, type ImportOrder } from './bringing/import-files.ts';
export { type FileReport, type ImportReport, isRefused, type RefusedReport, type Remark } from './bringing/bringing.ts';
export { UnknownOwner } from './bringing/whose-file.ts';
export { bringDelivery, correctColumns, type NewDelivery, wantImport, wantUndo } from './deliveries/bring.ts';
export { refusedRows } from './deliveries/refused-rows.ts';
export { workDeliveries } from './deliveries/work.ts';
export { kindOf, kinds } from './kinds/index.ts';
export { type Kind, type KindName, kindNames } from './kinds/kind.ts';
export { bytesSource, fileSource } from './reading/source.ts';
