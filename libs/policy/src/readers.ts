/** Who may read about a student now, in words to the student (rules 10). */
export interface ReaderRow {
  readonly code: 'mentor' | 'school' | 'college' | 'desk' | 'region' | 'guardian' | 'guardian-asked';
  readonly who: string;
  readonly dutch: string;
  readonly because: string;
}

export const mayRead = [
  { code: 'mentor', who: 'Je mentor', dutch: 'Je naam, je school, je aanmeldingen en wat er gebeurde. Jouw mentor helpt je.', because: 'Kent de leerling en belt als eerste.' },
  { code: 'school', who: 'De decaan en de teamleider van je school', dutch: 'Hoe ver je bent met je overstap.', because: 'Voortgang van de hele school, geen inhoud van het paspoort.' },
  { code: 'college', who: 'De mbo-school waar je je aanmeldde', dutch: 'Alleen je aanmelding bij die school. Niet die bij een andere school.', because: 'Een aanmelding elders gaat hen niet aan.' },
  { code: 'desk', who: 'Leerplicht of het Doorstroompunt', dutch: 'Alleen als je niet begint of stopt. Dan: je naam, je school, je opleiding en wie je belde. Niet je paspoort.', because: 'Alleen startmeldingen van de eigen gemeente of regio. Het paspoort alleen als de leerling zelf een kopie geeft.' },
  { code: 'region', who: 'De beheerder van de regio', dutch: 'Alleen als wij niet weten welk bureau jou kan helpen, of van wie een aanmelding is.', because: 'De wachtrij en het koppelen.' },
  { code: 'guardian', who: 'Je ouder of verzorger', dutch: 'Tot je 16 bent: alles, behalve notities voor jezelf. Je mentor kijkt eerst of het echt je ouder is.', because: 'Regels 9: vanaf 16 jaar beslist de leerling.' },
  { code: 'guardian-asked', who: 'Je ouder of verzorger', dutch: 'Alleen wie jij hebt uitgenodigd.', because: 'Regels 9: vanaf 16 jaar beslist de leerling.' },
] as const satisfies readonly ReaderRow[];
