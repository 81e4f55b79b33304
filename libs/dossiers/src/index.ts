export type { Dossier, DossierAnswer, DossierFile, DossierLeaver, DossierReceiver, DossierSection } from './out/dossier.ts';
export { passportPdf } from './out/pdf/passport-pdf.ts';
export { passportJson } from './out/passport-json.ts';
export { passportXml } from './out/xml/passport-xml.ts';
export { answersFrom, lacks, MOST_EXPERIENCES, type Answer, type Answers, type Experience } from './writing/answers.ts';
export { SchoolParts, type OpenPart, type PartState, type Said } from './school/school-parts.ts';
export { Passports, type OpenSection, type Passport } from './writing/passports.ts';
export { dossierMails } from './mails.ts';
export { Sharing, type Agreed, type Choice, type Receiver, type Shareable, type Shared, type SharingNow } from './sharing/sharing.ts';
