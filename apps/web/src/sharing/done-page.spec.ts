import type { Receiver, Shared, SharingNow } from '#dossiers';
import { sharedWith } from './done-page.ts';

const at = (application: string, college: string, programme: string): Receiver => ({ application, college, programme, level: 2, status: 'submitted' });
const part = (application: string, section: string, more: Partial<Shared> = {}): Shared => ({
  application, section, version: 1, early: false, agrees: null, state: 'given', byParent: false, bySchool: false, givenAt: new Date('2026-09-10T08:05:00Z'), givenOn: '2026-09-10', untilOn: '2027-02-24', ...more,
});
const shown = (receivers: Receiver[], shared: Shared[]) => sharedWith({ receivers, shared } as unknown as SharingNow);

describe('what a student reads of who reads along', () => {
  it('says once what holds of several parts, in the order of the passport', () => {
    const [school] = shown([at('a', 'ROC Noordrand', 'Timmerman')], [part('a', 'what-i-can'), part('a', 'who-am-i'), part('a', 'mentor-part', { state: 'waiting' })]);
    expect(school?.parts).toEqual([
      { state: 'Gedeeld op 10 september 2026 om 10.05 uur. De school leest dit meteen.', names: ['Wie ben ik?', 'Wat kan ik goed?'] },
      { state: 'Wacht op je ouder of verzorger.', names: ['Deel van je mentor'] },
    ]);
  });

  it('names the course on the button where somebody applied twice at one college, and only there', () => {
    const receivers = [at('a', 'ROC Noordrand', 'Timmerman'), at('b', 'ROC Noordrand', 'Kok'), at('c', 'Vakschool', 'Kok')];
    expect(shown(receivers, ['a', 'b', 'c'].map((id) => part(id, 'who-am-i'))).map(({ stopText }) => stopText)).toEqual([
      'Stop met delen met ROC Noordrand, voor Timmerman, niveau 2', 'Stop met delen met ROC Noordrand, voor Kok, niveau 2', 'Stop met delen met Vakschool',
    ]);
  });
});
