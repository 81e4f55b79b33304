import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { PeopleModule } from '#people';
import { Mailbox, openPool } from '#platform';
import { paths } from '#policy';
import { ClassesController } from './administration/classes.controller.ts';
import { InviteController } from './administration/invite.controller.ts';
import { GuardianRuleController } from './administration/guardian-rule.controller.ts';
import { SignInSettingsController } from './administration/sign-in-settings.controller.ts';
import { PersonController } from './administration/person.controller.ts';
import { OrganisationsController } from './administration/organisations.controller.ts';
import { PeopleController } from './administration/people.controller.ts';
import { YoungPeopleController } from './young-people/young-people.controller.ts';
import { ChoicesController } from './applications/choices.controller.ts';
import { CaseController } from './cases/case.controller.ts';
import { CaseSupportController } from './cases/support.controller.ts';
import { OffersController } from './offers/offers.controller.ts';
import { CaseHandOverController } from './cases/hand-over.controller.ts';
import { CoachAskController } from './coaching/ask.controller.ts';
import { CoachedController } from './coaching/coached.controller.ts';
import { OwnCoachController } from './coaching/own.controller.ts';
import { CasePlanController } from './cases/plan.controller.ts';
import { CaseListController } from './cases/list.controller.ts';
import { BusyGuard } from './example/busy.guard.ts';
import { ExampleDayController } from './example/example-day.controller.ts';
import { FailedMailController } from './failed-mail/failed-mail.controller.ts';
import { DeliveryController } from './files/delivery.controller.ts';
import { DownloadsController } from './files/downloads.controller.ts';
import { FilesController } from './files/files.controller.ts';
import { ContactsController } from './contacts/contacts.controller.ts';
import { MailSettingsController } from './mail-settings/mail-settings.controller.ts';
import { MeetingController } from './meetings/meeting.controller.ts';
import { MeetingLinkController } from './meetings/link.controller.ts';
import { AskHandoverController } from './handover/ask.controller.ts';
import { HandoverWorkController } from './handover/work.controller.ts';
import { DirectoryController } from './directory/directory.controller.ts';
import { InViewController } from './in-view/in-view.controller.ts';
import { HealthModule } from './health/health.module.ts';
import { LogController } from './log/log.controller.ts';
import { MailboxController } from './mailbox/mailbox.controller.ts';
import { ErrorsFilter } from './pages/errors.filter.ts';
import { OwnCopyController } from './passport-out/own-copy.controller.ts';
import { SharedCopyController } from './passport-out/shared-copy.controller.ts';
import { CorrectionsController } from './rights/corrections.controller.ts';
import { OwnRightsController } from './rights/own.controller.ts';
import { SchemaController } from './passport-out/schema.controller.ts';
import { PassportController } from './passport/passport.controller.ts';
import { AttachmentsController } from './passport/attachments.controller.ts';
import { AttachmentDownloadsController } from './passport/attachment-downloads.controller.ts';
import { LeaverController } from './leavers/leaver.controller.ts';
import { LeaverClassesController } from './leavers/classes.controller.ts';
import { LeadTimesController } from './leavers/lead-times.controller.ts';
import { LeaverListController } from './leavers/list.controller.ts';
import { IntakeListController } from './intake/list.controller.ts';
import { FeedbackController } from './intake/feedback.controller.ts';
import { SharedPassportController } from './intake/passport.controller.ts';
import { GuardiansController } from './letting-in/guardians.controller.ts';
import { HandCodeController } from './letting-in/hand-code.controller.ts';
import { RemindController } from './reminding/remind.controller.ts';
import { InviteStudentsController } from './letting-in/invite-students.controller.ts';
import { LettersController } from './letting-in/letters.controller.ts';
import { ParkedController } from './parked/parked.controller.ts';
import { ParkedInterceptor } from './parked/parked.interceptor.ts';
import { Parking } from './parked/parking.ts';
import { Pages } from './pages/pages.ts';
import { PeriodsController } from './periods/periods.controller.ts';
import { QuestionsController } from './questions/questions.controller.ts';
import { QueueController } from './queue/queue.controller.ts';
import { OwnFactorsController } from './second-factor/own.controller.ts';
import { ResetController } from './second-factor/reset.controller.ts';
import { SecondStepController } from './second-factor/second-step.controller.ts';
import { SetUpController } from './second-factor/set-up.controller.ts';
import { AccountController } from './sign-in/account.controller.ts';
import { AskController } from './sign-in/ask.controller.ts';
import { CodeController } from './sign-in/code.controller.ts';
import { ExampleSignInController } from './sign-in/example.controller.ts';
import { InvitationController } from './sign-in/invitation.controller.ts';
import { LinkController } from './sign-in/link.controller.ts';
import { ProviderController } from './sign-in/provider.controller.ts';
import { ProviderSignOutController } from './sign-in/provider-sign-out.controller.ts';
import { SessionController } from './sign-in/session.controller.ts';
import { SessionsController } from './sign-in/sessions.controller.ts';
import { SharingController } from './sharing/sharing.controller.ts';
import { ConsentController } from './consent/consent.controller.ts';
import { ConsentLinkController } from './consent/link.controller.ts';
import { KeepingController } from './keeping/keeping.controller.ts';
import { ReportController } from './report/report.controller.ts';
import { Site } from './site.ts';
import { HomeController } from './start/home.controller.ts';
import { TextsController } from './start/texts.controller.ts';
import { KeysController } from './programs/keys.controller.ts';
import { ProgrammeController } from './starts/programme.controller.ts';
import { MentorPartController } from './school-part/mentor-part.controller.ts';
import { OpeningController } from './school-part/opening.controller.ts';
import { ReadAlongController } from './school-part/read-along.controller.ts';
import { SupportController } from './school-part/support.controller.ts';
import { SupportListController } from './school-part/support-list.controller.ts';
import { SchoolReportController } from './school-part/report.controller.ts';
import { SchoolReadingController } from './school-part/reading.controller.ts';
import { StartsController } from './starts/starts.controller.ts';
import { AddressController } from './students/address.controller.ts';
import { OwnGuardiansController } from './students/guardians.controller.ts';
import { OwnController } from './students/own.controller.ts';
import { ReadersController } from './students/readers.controller.ts';
import { TiesController } from './ties/ties.controller.ts';
import { AheadController } from './ahead/ahead.controller.ts';
import { AgreementsController } from './table/agreements.controller.ts';
import { TablePaperController } from './table/paper.controller.ts';
import { TablePlaceController } from './table/place.controller.ts';
import { TableController } from './table/table.controller.ts';
import { TablesController } from './table/tables.controller.ts';
import { SummerController } from './summer/summer.controller.ts';
import { SummerTeamController } from './summer/team.controller.ts';
import type { WebParts } from './web-parts.ts';

const start = [HomeController, TextsController, ExampleDayController, MailboxController];
const signIn = [AskController, LinkController, CodeController, InvitationController, ExampleSignInController, ProviderController, ProviderSignOutController, AccountController, KeysController, SessionController, SessionsController, MailSettingsController, ParkedController];
const secondFactor = [SecondStepController, SetUpController, OwnFactorsController, ResetController];
const cases = [CaseListController, CaseController, CasePlanController, InViewController, CaseHandOverController, CaseSupportController, CoachAskController, CoachedController, OwnCoachController];
const region = [PeriodsController, QuestionsController, QueueController, TiesController, FailedMailController, KeepingController, ReportController, OffersController];
const leavers = [PassportController, AttachmentsController, AttachmentDownloadsController, SharingController, LeaverListController, LeaverClassesController, LeadTimesController, LeaverController];
const schoolParts = [MentorPartController, SchoolReportController, SchoolReadingController, OpeningController, ReadAlongController, SupportListController, SupportController];
const together = [DirectoryController, MeetingController, MeetingLinkController, ContactsController, AskHandoverController, HandoverWorkController];
const tables = [TablesController, TablePlaceController, TablePaperController, TableController, AgreementsController, SummerController, SummerTeamController, AheadController];
const lettingIn = [RemindController, InviteStudentsController, LettersController, HandCodeController, GuardiansController];
const out = [OwnRightsController, CorrectionsController, OwnCopyController, SharedCopyController, SchemaController];
const students = [ConsentController, ConsentLinkController, OwnController, ReadersController, AddressController, OwnGuardiansController];
const starts = [IntakeListController, SharedPassportController, FeedbackController, StartsController, ProgrammeController];
const files = [FilesController, DownloadsController, DeliveryController];
const administration = [
  LogController,
  PeopleController,
  InviteController,
  PersonController,
  ClassesController,
  OrganisationsController,
  GuardianRuleController,
  SignInSettingsController,
];

const LOG_PATIENCE_MS = 5000;

@Module({})
export class AppModule {
  static with(parts: WebParts): DynamicModule {
    const site = new Site(parts);
    const logPool = openPool(parts.database.webUrl, { max: 1, pipeline: false, statementTimeout: LOG_PATIENCE_MS });
    const linkFor = (token: string): string => new URL(paths.signInLink(token), parts.publicUrl).href;
    const at = (path: string): URL => new URL(path, parts.publicUrl);
    const returnsOf = (provider: string) => ({ signedIn: at(paths.signInBack(provider)), signedOut: at(paths.signedOut) });
    return {
      module: AppModule,
      imports: [PeopleModule.with({ pool: site.pool, logPool, clock: site.clock, idle: parts.config.sessionMinutes, linkFor, tx: site.tx, oidc: parts.config.oidc, returnsOf, publicUrl: parts.publicUrl, secret: parts.database.secret }), HealthModule.with(parts.database.webUrl)],
      controllers: [ChoicesController, YoungPeopleController, ...start, ...signIn, ...secondFactor, ...lettingIn, ...leavers, ...schoolParts, ...students, ...together, ...tables, ...out, ...starts, ...cases, ...region, ...files, ...administration],
      providers: [{ provide: Site, useValue: site }, Pages, Parking, { provide: APP_INTERCEPTOR, useClass: ParkedInterceptor }, { provide: APP_GUARD, useClass: BusyGuard }, { provide: Mailbox, useFactory: () => new Mailbox(parts.config.dataFolder) }, { provide: APP_FILTER, useClass: ErrorsFilter }],
    };
  }
}
