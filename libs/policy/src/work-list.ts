/** In which part of a work list somebody stands: who must do something comes first (ux 1.2). */
export const workGroups = [
  { code: 'act', dutch: 'Nu iets doen', because: 'De mentor is aan zet.' },
  { code: 'wait', dutch: 'Wacht op iemand anders', because: 'De mbo-school, het bureau of de leerling is aan zet.' },
  { code: 'fine', dutch: 'Gaat goed', because: 'Geplaatst, gestart, of met een andere bestemming.' },
] as const;

/** Who moves next. */
export const turns = [
  { code: 'mentor', dutch: 'Mentor', because: 'Kent de leerling en belt als eerste.' },
  { code: 'summer-team', dutch: 'Zomerteam', because: 'In de vakantie is de school dicht: wie op de bellijst staat, belt het team. Vanaf de eerste schooldag is de mentor weer aan zet.' },
  { code: 'parent', dutch: 'Ouder', because: 'Beslist mee over delen, onder 16 jaar.' },
  { code: 'college', dutch: 'Mbo-school', because: 'Moet iets doorgeven of beslissen.' },
  { code: 'student', dutch: 'Leerling', because: 'Moet iets kiezen of doen.' },
  { code: 'desk', dutch: 'Bureau', because: 'Er loopt een zaak.' },
] as const;
