export { fold, foldWords } from './folding/fold.ts';
export { familyName, foldName, type FamilyName, type FoldedName } from './folding/names.ts';
export { foldMunicipality } from './folding/municipality.ts';
export { reasons, type WaitingTie, waitingTies } from './tying/waiting-ties.ts';
export { leaverList, type LeaverFilter, type LeaverList, type LeaverRow, type SilentProgramme } from './lists/leaver-list.ts';
export { schoolQuestions, type SchoolQuestions } from './lists/school-questions.ts';
export { rememberSearch, typedSearch } from './lists/searches.ts';
export { Starts } from './starts/starts.ts';
export { leaverStory, type Happening, type LeaverApplication, type LeaverFacts, type LeaverStory } from './story/leaver-story.ts';
