import { access } from './access.ts';
import { agreedTalks } from './agreed-talks.ts';
import { askingAgain } from './asking-again.ts';
import { askingConfirmed } from './asking-confirmed.ts';
import { assignedCases, assignedCasesFunctions } from './assigned-cases.ts';
import { attachments } from './attachments.ts';
import { calendarEffect, calendarEffectFunctions } from './calendar-effect.ts';
import { cards } from './cards.ts';
import { deskDone, deskDoneFunctions } from './desk-done.ts';
import { supportOfferFunctions, supportOffers } from './support-offers.ts';
import { caseClocks, coordinatingFunctions } from './case-clocks.ts';
import { caseHandOverFunctions, caseHandOvers } from './case-hand-overs.ts';
import { caseNews, caseNewsFunctions } from './case-news.ts';
import { caseOpeningFunctions, caseOpenings } from './case-openings.ts';
import { coaches } from './coaches.ts';
import { codeFunctions, codes } from './codes.ts';
import { guardianLetters } from './guardian-letters.ts';
import { guardianProposals } from './guardian-proposals.ts';
import { guardianFunctions, guardians } from './guardians.ts';
import { outcomeReport, outcomeReportFunctions } from './outcome-report.ts';
import { ownAddresses } from './own-addresses.ts';
import { ownCopy } from './own-copy.ts';
import { forgettingAccounts } from './forgetting-accounts.ts';
import { forgettingLeavers } from './forgetting-leavers.ts';
import { forgettingMails } from './forgetting-mails.ts';
import { forgettingRest } from './forgetting-rest.ts';
import { keepingPreview, keepingPreviewFunctions } from './keeping-preview.ts';
import { pastLeavers } from './past-leavers.ts';
import { stripping } from './stripping.ts';
import { erasing } from './erasing.ts';
import { deskDestinations } from './desk-destinations.ts';
import { days } from './days.ts';
import { factorChanges, factorChangesFunctions, factorResetFunctions } from './factor-changes.ts';
import { directory, directoryFunctions } from './directory.ts';
import { digestRows } from './digest-rows.ts';
import { digests } from './digests.ts';
import { doubles, doublesFunctions } from './doubles.ts';
import { guardianAnswerFunctions, guardianAnswers } from './guardian-answers.ts';
import { regionCalendars } from './region-calendars.ts';
import { quietDays } from './quiet-days.ts';
import { handovers } from './handovers.ts';
import { handOver, handOverFunctions } from './hand-over.ts';
import { handOverOfClasses, handOverOfClassesFunctions } from './hand-over-of-classes.ts';
import { jointIntakeFunctions, jointIntakes } from './joint-intakes.ts';
import { identities, identityFunctions } from './identities.ts';
import { invitationFunctions, invitationLinkFunctions, invitations } from './invitations.ts';
import { lapses } from './lapses.ts';
import { limitFunctions, limits } from './limits.ts';
import { intake } from './intake.ts';
import { startMails } from './start-mails.ts';
import { inView, inViewFunctions } from './in-view.ts';
import { intakeMails } from './intake-mails.ts';
import { lettingGo } from './letting-go.ts';
import { mailWanted } from './mail-wanted.ts';
import { mentorMails } from './mentor-mails.ts';
import { moveCases } from './move-cases.ts';
import { moveSignals } from './move-signals.ts';
import { readingFunctions, readings } from './readings.ts';
import { people, peopleFunctions } from './people.ts';
import { parkedFormFunctions, parkedForms } from './parked-forms.ts';
import { recipients } from './recipients.ts';
import { heldCases } from './held-cases.ts';
import { summerAlerts } from './summer-alerts.ts';
import { viewChecks } from './view-checks.ts';
import { caseStays } from './case-stays.ts';
import { clear, mark } from './renew.ts';
import { failedIt, municipalityDesk } from './routes.ts';
import { releases } from './releases.ts';
import { redirections } from './redirections.ts';
import { retention } from './retention.ts';
import { staffReminders } from './reminders.ts';
import { rules } from './rules.ts';
import { secondFactor, secondFactorFunctions, secondFactorNeeded } from './second-factor.ts';
import { sessionFunctions, sessions } from './sessions.ts';
import { schoolFacts } from './school-facts.ts';
import { schoolReports } from './school-reports.ts';
import { schoolReaders } from './school-readers.ts';
import { schoolParts } from './school-parts.ts';
import { references } from './references.ts';
import { settle } from './settle.ts';
import { namedMentors } from './named-mentors.ts';
import { noted } from './noted.ts';
import { openingFunctions, signIn, signInFunctions } from './sign-in.ts';
import { shares } from './shares.ts';
import { signalsOn } from './signals.ts';
import { silences } from './silences.ts';
import { statistics } from './statistics.ts';
import { statusesOn } from './statuses.ts';
import { partsDone } from './parts-done.ts';
import { reminding } from './reminding.ts';
import { studentReminderFunctions } from './student-reminders.ts';
import { students } from './students.ts';
import { summer, summerFunctions } from './summer.ts';
import { summerCalls, summerCallFunctions } from './summer-calls.ts';
import { sweep } from './sweep.ts';
import { tellings } from './tellings.ts';
import { tokenFunctions, tokens } from './tokens.ts';
import { unusual } from './unusual.ts';
import { tieFunctions, ties } from './ties.ts';
import { turns } from './turns.ts';
import { youngPeople } from './young-people.ts';

const settleFunctions = ['take_turn()', 'settle(date, uuid[])', 'settle_applications(date, uuid[])', 'know_destination(uuid, text, date)', 'forget_destination(uuid, date)'];

const toWeb = (signature: string): string => `execute format('grant execute on function app.${signature} to %I', prefix || 'web');`;
const toActor = (signature: string): string =>
  `foreach kind in array array['mentor', 'school', 'college', 'desk', 'region', 'worker'] loop
    execute format('grant execute on function app.${signature} to %I', prefix || 'as_' || kind);
  end loop;`;

const webFunctions = [
  ...codeFunctions,
  ...guardianFunctions,
  ...guardianAnswerFunctions,
  ...jointIntakeFunctions,
  ...signInFunctions,
  ...sessionFunctions,
  ...invitationLinkFunctions,
  ...parkedFormFunctions,
  ...identityFunctions,
  ...secondFactorFunctions,
  ...factorChangesFunctions,
  ...limitFunctions,
  ...readingFunctions,
  ...tokenFunctions,
];
const actorFunctions = [...inViewFunctions, ...settleFunctions, ...tieFunctions, ...doublesFunctions, ...assignedCasesFunctions, ...handOverFunctions, ...caseOpeningFunctions, ...caseNewsFunctions, ...caseHandOverFunctions, ...supportOfferFunctions, ...deskDoneFunctions];

/** What any of the staff may be asked to look after; the functions say who. */
const staffFunctions = [...peopleFunctions, ...invitationFunctions, ...handOverOfClassesFunctions, ...factorResetFunctions, ...directoryFunctions, ...outcomeReportFunctions, ...keepingPreviewFunctions, ...summerFunctions, ...summerCallFunctions, ...coordinatingFunctions];
const toStaff = (signature: string): string =>
  `foreach kind in array array['mentor', 'school', 'college', 'desk', 'region', 'office', 'privacy', 'guest'] loop
    execute format('grant execute on function app.${signature} to %I', prefix || 'as_' || kind);
  end loop;`;

const rights = `${[...calendarEffectFunctions, ...openingFunctions, ...webFunctions, ...actorFunctions, ...staffFunctions].map((f) => `select app.give_to_worker('app.${f}');`).join('\n')}
do $$
declare prefix text := (select role_prefix from app.installation); kind text;
begin
  ${webFunctions.map(toWeb).join('\n  ')}
  ${actorFunctions.map(toActor).join('\n  ')}
  ${staffFunctions.map(toStaff).join('\n  ')}
end $$;`;

/** Run in this order at each upgrade whose text differs: the rules as rows, and the functions that read them. */
export const install = [
  { name: 'clear', sql: clear },
  { name: 'rules', sql: rules },
  { name: 'days', sql: days },
  { name: 'quiet-days', sql: quietDays },
  { name: 'region-calendars', sql: regionCalendars },
  { name: 'statistics', sql: statistics },
  { name: 'statuses', sql: statusesOn },
  { name: 'municipality-desk', sql: municipalityDesk },
  { name: 'failed-it', sql: failedIt },
  { name: 'signals', sql: signalsOn },
  { name: 'move-signals', sql: moveSignals },
  { name: 'case-stays', sql: caseStays },
  { name: 'held-cases', sql: heldCases },
  { name: 'move-cases', sql: moveCases },
  { name: 'calendar-effect', sql: calendarEffect },
  { name: 'access', sql: access },
  { name: 'silences', sql: silences },
  { name: 'cards', sql: cards },
  { name: 'tellings', sql: tellings },
  { name: 'in-view', sql: inView },
  { name: 'references', sql: references },
  { name: 'settle', sql: settle },
  { name: 'noted', sql: noted },
  { name: 'young-people', sql: youngPeople },
  { name: 'lapses', sql: lapses },
  { name: 'desk-destinations', sql: deskDestinations },
  { name: 'mail-wanted', sql: mailWanted },
  { name: 'summer-alerts', sql: summerAlerts },
  { name: 'recipients', sql: recipients },
  { name: 'agreed-talks', sql: agreedTalks },
  { name: 'mentor-mails', sql: mentorMails },
  { name: 'view-checks', sql: viewChecks },
  { name: 'case-news', sql: caseNews },
  { name: 'digests', sql: digests },
  { name: 'digest-rows', sql: digestRows },
  { name: 'staff-reminders', sql: staffReminders },
  { name: 'sweep', sql: sweep },
  { name: 'ties', sql: ties },
  { name: 'doubles', sql: doubles },
  { name: 'assigned-cases', sql: assignedCases },
  { name: 'hand-over', sql: handOver },
  { name: 'case-openings', sql: caseOpenings },
  { name: 'case-hand-overs', sql: caseHandOvers },
  { name: 'desk-done', sql: deskDone },
  { name: 'support-offers', sql: supportOffers },
  { name: 'case-clocks', sql: caseClocks },
  { name: 'limits', sql: limits },
  { name: 'letting-go', sql: lettingGo },
  { name: 'people', sql: people },
  { name: 'directory', sql: directory },
  { name: 'outcome-report', sql: outcomeReport },
  { name: 'hand-over-of-classes', sql: handOverOfClasses },
  { name: 'sessions', sql: sessions },
  { name: 'parked-forms', sql: parkedForms },
  { name: 'students', sql: students },
  { name: 'second-factor-needed', sql: secondFactorNeeded },
  { name: 'sign-in', sql: signIn },
  { name: 'named-mentors', sql: namedMentors },
  { name: 'invitations', sql: invitations },
  { name: 'guardians', sql: guardians },
  { name: 'own-addresses', sql: ownAddresses },
  { name: 'attachments', sql: attachments },
  { name: 'school-facts', sql: schoolFacts },
  { name: 'shares', sql: shares },
  { name: 'releases', sql: releases },
  { name: 'asking-again', sql: askingAgain },
  { name: 'guardian-proposals', sql: guardianProposals },
  { name: 'school-reports', sql: schoolReports },
  { name: 'redirections', sql: redirections },
  { name: 'intake', sql: intake },
  { name: 'start-mails', sql: startMails },
  { name: 'intake-mails', sql: intakeMails },
  { name: 'joint-intakes', sql: jointIntakes },
  { name: 'handovers', sql: handovers },
  { name: 'guardian-answers', sql: guardianAnswers },
  { name: 'asking-confirmed', sql: askingConfirmed },
  { name: 'guardian-letters', sql: guardianLetters },
  { name: 'coaches', sql: coaches },
  { name: 'forgetting-mails', sql: forgettingMails },
  { name: 'retention', sql: retention },
  { name: 'past-leavers', sql: pastLeavers },
  { name: 'stripping', sql: stripping },
  { name: 'forgetting-leavers', sql: forgettingLeavers },
  { name: 'forgetting-accounts', sql: forgettingAccounts },
  { name: 'forgetting-rest', sql: forgettingRest },
  { name: 'keeping-preview', sql: keepingPreview },
  { name: 'own-copy', sql: ownCopy },
  { name: 'erasing', sql: erasing },
  { name: 'parts-done', sql: partsDone },
  { name: 'student-reminders', sql: studentReminderFunctions },
  { name: 'reminding', sql: reminding },
  { name: 'summer', sql: summer },
  { name: 'summer-calls', sql: summerCalls },
  { name: 'codes', sql: codes },
  { name: 'school-parts', sql: schoolParts },
  { name: 'school-readers', sql: schoolReaders },
  { name: 'identities', sql: identities },
  { name: 'readings', sql: readings },
  { name: 'factor-changes', sql: factorChanges },
  { name: 'second-factor', sql: secondFactor },
  { name: 'unusual', sql: unusual },
  { name: 'tokens', sql: tokens },
  { name: 'turns', sql: turns },
  { name: 'rights', sql: rights },
  { name: 'mark', sql: mark },
] as const;
