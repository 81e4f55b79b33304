import { accessTable, roles, wordFor } from '#policy';

/** By the role, or because a colleague said so. */
const ADMINISTERING = `of-my-school: careers-dean, school-administrator; of-my-organisation: region-administrator; as-administrator: ${[
  'mentor, team-leader, support-coordinator, summer-team, intake-officer, study-coach, attendance-officer, doorstroompunt-officer',
  'transition-coach, work-income-officer, regional-coordinator, privacy-officer',
].join(', ')}`;

/** Who lets a student or parent in could sign in as them: only who knows the student, and the dean behind them. */
const LETTING_IN = 'of-my-students: mentor, work-income-officer, summer-team; of-my-school: careers-dean';

/**
 * Who may do what, written down by hand from rules 10 and the formats. A right changes in two files, on purpose. Roles that a
 * line does not name may never.
 */
const EXPECTED: Readonly<Record<string, string>> = {
  'passport:write': 'own: student',
  'passport:copy': 'own: student; of-my-child: guardian',
  'own-rights:use': 'own: student',
  'correction:answer': 'of-my-students: mentor, work-income-officer',
  'passport:read-along': 'of-my-students: mentor, work-income-officer',
  'support:write': 'of-my-school: support-coordinator',
  'mentor-part:write': 'of-my-students: mentor, work-income-officer',
  'passport:share': 'own: student',
  'own-file:read': 'own: student; of-my-child: guardian',
  'opened-file:read': 'of-my-students: mentor, work-income-officer',
  'shared-file:read': 'of-my-college: intake-officer, study-coach',
  'guardian-rule:set': 'of-my-school: careers-dean, school-administrator',
  'consent:answer': 'of-my-child: guardian',
  'summer:call': 'of-my-students: summer-team; of-my-school: careers-dean, team-leader',
  'summer:team': 'of-my-school: careers-dean, team-leader; of-my-region: region-administrator',
  'table:run': 'of-my-school: careers-dean, team-leader',
  'agreement:see': 'of-my-students: mentor, work-income-officer, summer-team; of-my-school: careers-dean, team-leader',
  'own-transfer:see': 'own: student; of-my-child: guardian',
  'own-readers:see': 'own: student',
  'own-address:change': 'own: student',
  'own-guardian:invite': 'own: student',
  'student:invite': LETTING_IN,
  'student:remind': LETTING_IN,
  'sign-in-code:give': LETTING_IN,
  'guardian:arrange': LETTING_IN,
  'leaver:list': 'of-my-students: mentor, work-income-officer, summer-team; of-my-school: careers-dean, team-leader',
  'lead-time:see': 'of-my-school: careers-dean, team-leader',
  'leaver:see': 'of-my-students: mentor, work-income-officer, summer-team; of-my-school: careers-dean, team-leader',
  'young-person:enter': 'of-my-students: work-income-officer; of-my-desk: attendance-officer, doorstroompunt-officer',
  'own-application:note': 'own: student',
  'application:note': 'of-my-students: mentor, work-income-officer, summer-team; of-my-school: careers-dean, team-leader',
  'leaver:note': 'of-my-students: mentor, work-income-officer, summer-team; of-my-school: careers-dean, team-leader',
  'intake:list': 'of-my-college: intake-officer, study-coach',
  'shared-passport:read': 'of-my-college: intake-officer, study-coach',
  'intake:record': 'of-my-college: intake-officer, study-coach',
  'shared-passport:export': 'of-my-college: intake-officer, study-coach',
  'own-handover:ask': 'own: student',
  'handover:ask': 'of-my-students: mentor, work-income-officer',
  'handover:work': 'of-my-college: intake-officer, study-coach',
  'joint-intake:plan': 'of-my-students: mentor, work-income-officer; of-my-college: intake-officer, study-coach',
  'programme-contact:manage': 'of-my-college: intake-officer, study-coach',
  'directory:see': 'of-my-region: mentor, work-income-officer, summer-team, careers-dean, team-leader, support-coordinator, school-administrator, intake-officer, study-coach, attendance-officer, doorstroompunt-officer, region-administrator, transition-coach',
  'own-contact:keep': 'own: careers-dean, attendance-officer, doorstroompunt-officer, intake-officer',
  'contact:keep': ADMINISTERING,
  'start:see': 'of-my-college: intake-officer, study-coach',
  'start:report': 'of-my-college: intake-officer, study-coach',
  'case:list': 'of-my-desk: attendance-officer, doorstroompunt-officer',
  'case:see': 'of-my-desk: attendance-officer, doorstroompunt-officer',
  'case:work': 'of-my-desk: attendance-officer, doorstroompunt-officer',
  'coach:ask': 'of-my-students: mentor, work-income-officer; of-my-school: careers-dean, team-leader; of-my-desk: attendance-officer, doorstroompunt-officer',
  'own-coach:decide': 'own: student; of-my-child: guardian',
  'coached:see': 'given-to-me: transition-coach',
  'coached:work': 'given-to-me: transition-coach',
  'in-view:see': 'of-my-students: mentor; of-my-school: careers-dean, team-leader; of-my-desk: attendance-officer, doorstroompunt-officer',
  'in-view:check': 'of-my-students: mentor; of-my-school: careers-dean; of-my-desk: attendance-officer, doorstroompunt-officer',
  'in-view:work': 'of-my-desk: attendance-officer, doorstroompunt-officer',
  'outcome-report:see': 'of-my-region: doorstroompunt-officer, region-administrator, regional-coordinator',
  'outcome-report:exact': 'of-my-region: doorstroompunt-officer',
  'queue:see': 'region-queue: region-administrator',
  'queue:assign': 'region-queue: region-administrator',
  'tie:see': 'of-my-college: intake-officer, study-coach; of-my-region: region-administrator',
  'tie:decide': 'of-my-region: region-administrator',
  'file:bring': 'of-my-school: careers-dean, school-administrator; of-my-college: intake-officer, study-coach; of-my-region: region-administrator',
  'people:see': ADMINISTERING,
  'people:manage': ADMINISTERING,
  'class:hand-over': 'of-my-school: careers-dean, school-administrator; as-administrator: mentor, team-leader, summer-team',
  'organisation:manage': 'of-my-region: region-administrator',
  'calendar:manage': 'of-my-region: region-administrator',
  'offer:manage': 'of-my-region: region-administrator',
  'question:manage': 'of-my-region: region-administrator',
  'sign-in:see': ADMINISTERING,
  'key:make': 'own: mentor, work-income-officer, summer-team, careers-dean, team-leader, school-administrator, intake-officer, study-coach, attendance-officer, doorstroompunt-officer, region-administrator',
  'log:see': 'of-my-organisation: privacy-officer',
  'keeping:see': 'of-my-organisation: privacy-officer; of-my-region: region-administrator; of-my-school: school-administrator',
  'mail:failed': 'of-my-school: careers-dean, school-administrator; of-my-region: region-administrator',
};

/** "word: role, role; word: role" as a word per role. */
function cellsOf(line: string): Map<string, string> {
  const groups = line.split('; ').map((group) => group.split(': '));
  return new Map(groups.flatMap(([word = '', named = '']) => named.split(', ').map((role): [string, string] => [role, word])));
}

describe('the access table', () => {
  it('has the acts that were decided, and no others', () => {
    expect(accessTable.map(({ act }) => act).toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
  });

  it('names only roles that exist', () => {
    const named = Object.values(EXPECTED).flatMap((line) => [...cellsOf(line).keys()]);
    expect(named.filter((role) => !roles.some(({ code }) => code === role))).toEqual([]);
  });

  it.each(accessTable.map(({ act }) => act))('says of %s for every role what was decided', (act) => {
    const decided = cellsOf(EXPECTED[act] ?? '');
    const found = roles.map(({ code }) => [code, wordFor(act, code)]);
    expect(found).toEqual(roles.map(({ code }) => [code, decided.get(code) ?? 'never']));
  });
});
