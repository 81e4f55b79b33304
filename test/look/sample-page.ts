import path from 'node:path';
import { openTemplates } from '#platform';

const facts = [
  { key: 'Bellen', text: '06 12 34 56 78', href: 'tel:+31612345678' },
  { key: 'Leeftijd', text: '16 jaar', more: 'leerplichtig' },
];
const rows = [
  { id: 'r1', name: 'Yasmina el Amrani', tone: 'must', signal: 'Nog niet aangemeld', step: 1, phase: 'Keuze maken', heard: '2026-03-18' },
  { id: 'r2', name: 'Sem van den Berg', tone: 'next', signal: 'Niet op intake geweest', step: 3, phase: 'Intake', heard: '2025-12-01' },
  { id: 'r3', name: 'Noor de Boer', tone: 'other', signal: 'Wacht op mbo', step: 2, phase: 'Aangemeld', heard: '2026-09-01' },
  { id: 'r4', name: 'Çelik O’Brien-van Langestreekhuizen', tone: 'good', signal: 'Gestart', step: 5, phase: 'Gestart', heard: '2026-09-01' },
];

/** A value for every parameter of every part. */
export const sample = {
  today: '2026-09-14',
  layout: {
    title: 'Alle onderdelen',
    section: 'Het Kompas',
    menu: {
      beside: [
        { label: 'Mijn leerlingen', href: '/leerlingen', current: true },
        { label: 'Bestanden', href: '/bestanden', current: false },
      ],
      more: [{ label: 'Contacten', href: '/contacten', current: false }],
      isInMore: false,
    },
    user: { name: 'Fatima el Amrani', role: 'mentor', menuHref: '/account', signOutHref: '/uitloggen' },
    demo: { day: '2026-09-14', inboxHref: '/postvak', jumpHref: '/voorbeeld/dag' },
    flash: { kind: 'ok', text: 'Opgeslagen.' },
    hasErrors: true,
    homeHref: '/',
  },
  errors: [
    { field: 'email', text: 'Vul een e-mailadres in met een @' },
    { field: 'uitkomst', text: 'Kies een uitkomst' },
    { field: 'start', text: 'Vul een dag in die bestaat' },
    { field: 'bestand', text: 'Kies een bestand' },
  ],
  pills: [
    { href: '?', count: 1200, text: 'Alle', current: true },
    { href: '?fase=1', count: 3, text: 'Keuze maken', current: false },
  ],
  rows,
  facts,
  entries: [
    { day: '2026-09-02', text: 'Gebeld, geen gehoor.', by: 'Marloes Prins, Doorstroompunt' },
    { day: '2026-05-12', text: 'Toegelaten.', by: 'ROC Noordrand' },
  ],
  options: [
    { code: 'a', text: 'Geen contact gekregen' },
    { code: 'b', text: 'Gaat werken', hint: 'Met of zonder leerwerkplek' },
  ],
  chosen: ['a'],
  note: 'Eerste regel\n  tweede regel',
  start: { day: '31', month: 'februari', year: '2026' },
  columns: ['Aanmelding', 'Leerling 1'],
  differences: [
    { label: 'Naam', cells: [{ text: 'Sem van den Berg' }, { text: 'Sem v.d. Berg', differs: true }] },
    { label: 'Postcode', cells: [{ text: '8011 AB' }, {}] },
  ],
  pages: { previous: '', next: '?bladzijde=2', text: 'Bladzijde 1 van 3' },
};

/** The templates of the product, with the page of all parts among them. */
export const renderSample = openTemplates(path.resolve('templates'), path.join(import.meta.dirname, 'samples'));
