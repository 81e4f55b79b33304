export { fold, foldWords } from './folding/fold.ts';
export { familyName, foldName, type FamilyName, type FoldedName } from './folding/names.ts';
export { foldMunicipality } from './folding/municipality.ts';
export { reasons, type WaitingTie, waitingTies } from './tying/waiting-ties.ts';
