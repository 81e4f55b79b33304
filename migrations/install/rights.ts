import { assignedCasesFunctions } from './assigned-cases.ts';
import { calendarEffectFunctions } from './calendar-effect.ts';
import { deskDoneFunctions } from './desk-done.ts';
import { supportOfferFunctions } from './support-offers.ts';
import { coordinatingFunctions } from './case-clocks.ts';
import { caseHandOverFunctions } from './case-hand-overs.ts';
import { caseNewsFunctions } from './case-news.ts';
import { caseOpeningFunctions } from './case-openings.ts';
import { codeFunctions } from './codes.ts';
import { guardianFunctions } from './guardians.ts';
import { outcomeReportFunctions } from './outcome-report.ts';
import { keepingPreviewFunctions } from './keeping-preview.ts';
import { factorChangesFunctions, factorResetFunctions } from './factor-changes.ts';
import { directoryFunctions } from './directory.ts';
import { doublesFunctions } from './doubles.ts';
import { guardianAnswerFunctions } from './guardian-answers.ts';
import { handOverFunctions } from './hand-over.ts';
import { handOverOfClassesFunctions } from './hand-over-of-classes.ts';
import { jointIntakeFunctions } from './joint-intakes.ts';
import { identityFunctions } from './identities.ts';
import { invitationFunctions, invitationLinkFunctions } from './invitations.ts';
import { limitFunctions } from './limits.ts';
import { inViewFunctions } from './in-view.ts';
import { readingFunctions } from './readings.ts';
import { peopleFunctions } from './people.ts';
import { parkedFormFunctions } from './parked-forms.ts';
import { secondFactorFunctions } from './second-factor.ts';
import { sessionFunctions } from './sessions.ts';
import { openingFunctions, signInFunctions } from './sign-in.ts';
import { summerFunctions } from './summer.ts';
import { summerCallFunctions } from './summer-calls.ts';
import { tokenFunctions } from './tokens.ts';
import { tieFunctions } from './ties.ts';

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

/** Who may call which function: pages before anybody is known, those who act on a young person, and staff. */
export const rights = `${[...calendarEffectFunctions, ...openingFunctions, ...webFunctions, ...actorFunctions, ...staffFunctions].map((f) => `select app.give_to_worker('app.${f}');`).join('\n')}
do $$
declare prefix text := (select role_prefix from app.installation); kind text;
begin
  ${webFunctions.map(toWeb).join('\n  ')}
  ${actorFunctions.map(toActor).join('\n  ')}
  ${staffFunctions.map(toStaff).join('\n  ')}
end $$;`;
