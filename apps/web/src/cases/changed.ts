/** What a form says that was opened before something else was saved. */
export const CHANGED = {
  changed: 'Een collega heeft net iets opgeslagen.',
  'changed-here': 'Jij hebt net iets opgeslagen in een ander venster.',
} as const;

export type Changed = keyof typeof CHANGED;
