import type { RetentionCode } from './retention.ts';

/** Which term ends what a table says about people. A test fails for a table that stands here nor under `notAboutPeople`. */
export const keptTables: Readonly<Record<RetentionCode, readonly string[]>> = {
  passport: [
    'agreement', 'attachment', 'correction_request', 'dossier_feedback', 'dossier_step', 'guardian', 'guardian_answer', 'guardian_link', 'guardian_request', 'intake_record', 'joint_intake',
    'joint_intake_guest', 'joint_intake_link', 'joint_intake_wording', 'noted_application', 'opened_section', 'passport_seen', 'presence', 'private_note', 'school_draft', 'section_text', 'share', 'share_choice', 'sharing', 'warm_handover',
  ],
  'case-notes': ['attempt', 'case_hand_over', 'case_plan', 'coach_note', 'coaching', 'summer_attempt', 'summer_list', 'table_agreement', 'table_place', 'transition_table'],
  'in-view': ['in_view'],
  leaver: ['application', 'card', 'case_opening', 'clock_warning', 'event', 'leaver', 'leaver_access', 'mail_news', 'telling', 'tie_candidate'],
  untied: [],
  waiting: ['waiting_status'],
  'mail-text': [],
  mail: ['mail'],
  account: ['account', 'code_app', 'code_app_setup', 'code_try', 'contact_entry', 'factor_change', 'identity', 'known_device', 'mail_setting', 'membership', 'passkey', 'people_event', 'recovery_code'],
  substitute: ['stand_in', 'summer_team'],
  invitation: ['api_token', 'handed_code', 'invitation', 'mailed_code', 'new_address'],
  delivery: ['delivery', 'delivery_change', 'delivery_part', 'delivery_remark'],
  search: ['search'],
  'sign-in': ['attempt_count', 'parked_form', 'passkey_challenge', 'provider_sign_out', 'session', 'sign_in_attempt', 'sign_in_link'],
  'reading-log': ['reading', 'unusual_reading'],
  organisation: ['calendar_change', 'column_mapping', 'programme_contact', 'region_question', 'support_offer'],
  counts: ['case_stay', 'case_support', 'desk_case', 'removal', 'signal'],
};

/** Rules, organisations, programmes and what the service notes about itself. */
export const notAboutPeople = [
  'calendar', 'desk_rule', 'destination_rule', 'feast_rule', 'holiday_rule', 'installation', 'kept_ahead', 'kept_run', 'organisation', 'organisation_municipality', 'phase_rule', 'programme', 'release_rule', 'section_rule',
  'signal_rule', 'silence', 'status_rule', 'sweep', 'upper_age',
] as const;
