import { Installation1790000000000 } from './1790000000000-installation.ts';
import { Rules1790000000001 } from './1790000000001-rules.ts';
import { People1790000000002 } from './1790000000002-people.ts';
import { Transfers1790000000003 } from './1790000000003-transfers.ts';
import { Signals1790000000004 } from './1790000000004-signals.ts';
import { Mails1790000000005 } from './1790000000005-mails.ts';
import { Deliveries1790000000006 } from './1790000000006-deliveries.ts';
import { Searches1790000000010 } from './1790000000010-searches.ts';
import { Undo1790000000011 } from './1790000000011-undo.ts';
import { Files1790000000012 } from './1790000000012-files.ts';
import { Ties1790000000020 } from './1790000000020-ties.ts';
import { SetWise1790000000021 } from './1790000000021-set-wise.ts';
import { EventGuards1790000000030 } from './1790000000030-event-guards.ts';
import { TakeBack1790000000031 } from './1790000000031-take-back.ts';
import { EventsSetWise1790000000032 } from './1790000000032-events-set-wise.ts';
import { Tellings1790000000033 } from './1790000000033-tellings.ts';
import { FewerIndexes1790000000034 } from './1790000000034-fewer-indexes.ts';
import { ImportsSetWise1790000000035 } from './1790000000035-imports-set-wise.ts';
import { Actors1790000000040 } from './1790000000040-actors.ts';
import { Identities1790000000041 } from './1790000000041-identities.ts';
import { SecondFactor1790000000042 } from './1790000000042-second-factor.ts';
import { Sessions1790000000043 } from './1790000000043-sessions.ts';
import { Administering1790000000044 } from './1790000000044-administering.ts';
import { Students1790000000045 } from './1790000000045-students.ts';
import { Readings1790000000046 } from './1790000000046-readings.ts';
import { Tokens1790000000047 } from './1790000000047-tokens.ts';
import { Passports1790000000050 } from './1790000000050-passports.ts';
import { Shares1790000000051 } from './1790000000051-shares.ts';
import { SchoolParts1790000000052 } from './1790000000052-school-parts.ts';
import { Support1790000000053 } from './1790000000053-support.ts';
import { Attachments1790000000054 } from './1790000000054-attachments.ts';
import { RegionQuestions1790000000055 } from './1790000000055-region-questions.ts';
import { Corrections1790000000056 } from './1790000000056-corrections.ts';
import { Intake1790000000058 } from './1790000000058-intake.ts';
import { Feedback1790000000059 } from './1790000000059-feedback.ts';
import { GuardianAnswers1790000000060 } from './1790000000060-guardian-answers.ts';
import { Retention1790000000061 } from './1790000000061-retention.ts';
import { WarmHandover1790000000062 } from './1790000000062-warm-handover.ts';
import { JointIntakes1790000000063 } from './1790000000063-joint-intakes.ts';
import { Mends1790000000064 } from './1790000000064-mends.ts';
import { NotedApplications1790000000065 } from './1790000000065-noted-applications.ts';
import { Lapses1790000000066 } from './1790000000066-lapses.ts';
import { Senders1790000000067 } from './1790000000067-senders.ts';
import { Holidays1790000000068 } from './1790000000068-holidays.ts';
import { CalendarChanges1790000000069 } from './1790000000069-calendar-changes.ts';
import { MailSettings1790000000071 } from './1790000000071-mail-settings.ts';
import { MailNews1790000000072 } from './1790000000072-mail-news.ts';
import { Tables1790000000074 } from './1790000000074-tables.ts';
import { Summer1790000000075 } from './1790000000075-summer.ts';
import { CaseSteps1790000000078 } from './1790000000078-case-steps.ts';
import { CaseHandOvers1790000000079 } from './1790000000079-case-hand-overs.ts';
import { CaseClocks1790000000080 } from './1790000000080-case-clocks.ts';
import { SupportOffers1790000000081 } from './1790000000081-support-offers.ts';
import { Directory1790000000083 } from './1790000000083-directory.ts';
import { InView1790000000084 } from './1790000000084-in-view.ts';
import { Keeping1790000000092 } from './1790000000092-keeping.ts';
import { SchoolReports1790000000094 } from './1790000000094-school-reports.ts';
import { GuardianProposals1790000000095 } from './1790000000095-guardian-proposals.ts';
import { Coaches1790000000096 } from './1790000000096-coaches.ts';
import { CalendarsForParents1790000000097 } from './1790000000097-calendars-for-parents.ts';
import { CaseStays1790000000099 } from './1790000000099-case-stays.ts';
import { Narrower1790000000100 } from './1790000000100-narrower.ts';
import { NewsRead1790000000101 } from './1790000000101-news-read.ts';
import { ToldOnce1790000000104 } from './1790000000104-told-once.ts';
import { SendingRole1790000000106 } from './1790000000106-sending-role.ts';
import { SweepLocks1790000000110 } from './1790000000110-sweep-locks.ts';
import { ToldMails1790000000111 } from './1790000000111-told-mails.ts';
import { KeptAhead1790000000113 } from './1790000000113-kept-ahead.ts';
import { Wordings1790000000114 } from './1790000000114-wordings.ts';
import { ReleasedFrom1790000000116 } from './1790000000116-released-from.ts';
import { ShownOnly1790000000117 } from './1790000000117-shown-only.ts';
import { CardsInPlace1790000000118 } from './1790000000118-cards-in-place.ts';
import { SweptQuickly1790000000119 } from './1790000000119-swept-quickly.ts';
import { SummerUndone1790000000120 } from './1790000000120-summer-undone.ts';
import { ExamplePersons1790000000121 } from './1790000000121-example-persons.ts';
import { HandoverEnds1790000000122 } from './1790000000122-handover-ends.ts';
import { ReadableShares1790000000123 } from './1790000000123-readable-shares.ts';
import { ParentsAnswers1790000000125 } from './1790000000125-parents-answers.ts';
import { YoungHandovers1790000000126 } from './1790000000126-young-handovers.ts';
import { OpenedFor1790000000127 } from './1790000000127-opened-for.ts';
import { FactsAnswered1790000000128 } from './1790000000128-facts-answered.ts';
import { CaseNews1790000000132 } from './1790000000132-case-news.ts';
import { GuardianLetters1790000000134 } from './1790000000134-guardian-letters.ts';
import { AgreedTalks1790000000135 } from './1790000000135-agreed-talks.ts';

export const migrations = [
  Installation1790000000000,
  Rules1790000000001,
  People1790000000002,
  Transfers1790000000003,
  Signals1790000000004,
  Mails1790000000005,
  Deliveries1790000000006,
  Searches1790000000010,
  Undo1790000000011,
  Files1790000000012,
  Ties1790000000020,
  SetWise1790000000021,
  EventGuards1790000000030,
  TakeBack1790000000031,
  EventsSetWise1790000000032,
  Tellings1790000000033,
  FewerIndexes1790000000034,
  ImportsSetWise1790000000035,
  Actors1790000000040,
  Identities1790000000041,
  SecondFactor1790000000042,
  Sessions1790000000043,
  Administering1790000000044,
  Students1790000000045,
  Readings1790000000046,
  Tokens1790000000047,
  Passports1790000000050,
  Shares1790000000051,
  SchoolParts1790000000052,
  Support1790000000053,
  Attachments1790000000054,
  RegionQuestions1790000000055,
  Corrections1790000000056,
  Intake1790000000058,
  Feedback1790000000059,
  GuardianAnswers1790000000060,
  Retention1790000000061,
  WarmHandover1790000000062,
  JointIntakes1790000000063,
  Mends1790000000064,
  NotedApplications1790000000065,
  Lapses1790000000066,
  Senders1790000000067,
  Holidays1790000000068,
  CalendarChanges1790000000069,
  MailSettings1790000000071,
  MailNews1790000000072,
  Tables1790000000074,
  Summer1790000000075,
  CaseSteps1790000000078,
  CaseHandOvers1790000000079,
  CaseClocks1790000000080,
  SupportOffers1790000000081,
  Directory1790000000083,
  InView1790000000084,
  Keeping1790000000092,
  SchoolReports1790000000094,
  GuardianProposals1790000000095,
  Coaches1790000000096,
  CalendarsForParents1790000000097,
  CaseStays1790000000099,
  Narrower1790000000100,
  NewsRead1790000000101,
  ToldOnce1790000000104,
  SendingRole1790000000106,
  SweepLocks1790000000110,
  ToldMails1790000000111,
  KeptAhead1790000000113,
  Wordings1790000000114,
  ReleasedFrom1790000000116,
  ShownOnly1790000000117,
  CardsInPlace1790000000118,
  SweptQuickly1790000000119,
  SummerUndone1790000000120,
  ExamplePersons1790000000121,
  HandoverEnds1790000000122,
  ReadableShares1790000000123,
  ParentsAnswers1790000000125,
  YoungHandovers1790000000126,
  OpenedFor1790000000127,
  FactsAnswered1790000000128,
  CaseNews1790000000132,
  GuardianLetters1790000000134,
  AgreedTalks1790000000135,
];

export { install } from './install/index.ts';
