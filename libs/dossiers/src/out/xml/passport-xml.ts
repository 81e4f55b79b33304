import Builder from 'fast-xml-builder';
import type { Dossier, DossierLeaver, DossierReceiver, DossierSection } from '../dossier.ts';
import { adviceIn } from './advice.ts';
import { partIn } from './part.ts';
import { allowed } from './allowed.ts';

const XML_NAMESPACE = 'urn:overstap:schema:paspoort:1';
/** What stands on the file, so that nobody takes it for what schools exchange by OSO. */
const LABEL = 'bestandsexport, geen OSO-uitwisseling';

const builder = new Builder({ format: true, ignoreAttributes: false, attributeNamePrefix: '@', suppressBooleanAttributes: false });

/** The passport shaped like the OSO data set, profile VOMBO, in a namespace of our own and held by `public/schema/paspoort-1.xsd`. */
export function passportXml({ madeOn, leaver, receiver, sections }: Dossier): string {
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    dossier: {
      '@xmlns': XML_NAMESPACE,
      '@label': LABEL,
      metadata: { pakketnaam: 'Overstap', pakketversie: '1', datum: madeOn, overstap: 'VOMBO' },
      overdrachtsoort: 'bestandsexport',
      ...inspection(sections),
      huidigeschool: { ...schoolOf(leaver), leerling: pupil(leaver, receiver, sections) },
    },
  });
}

/** Agreeing is said per part; on top stands the whole, as in OSO: no, when it is no anywhere. */
function inspection(sections: readonly DossierSection[]) {
  const asked = sections.filter(({ agrees }) => agrees !== undefined);
  if (!asked.length) return {};
  const reasons = asked.flatMap(({ objection }) => (objection ? [allowed(objection)] : []));
  const agrees = asked.every((section) => section.agrees);
  return { inzage: { inzage: 'true', akkoord: agrees ? 'Ja' : 'Nee', ...(reasons.length && { redennietakkoord: reasons.join('\n') }) } };
}

function schoolOf({ school, schoolCode }: DossierLeaver) {
  const site = schoolCode.slice(4);
  return { naam: allowed(school), ...(schoolCode && { brincode: schoolCode.slice(0, 4) }), ...(site && { vestigingscode: site }) };
}

function pupil(leaver: DossierLeaver, receiver: DossierReceiver | undefined, sections: readonly DossierSection[]) {
  const advice = adviceIn(sections);
  return {
    ...(leaver.prefix && { voorvoegsel: allowed(leaver.prefix) }),
    achternaam: allowed(leaver.surname),
    roepnaam: allowed(leaver.givenName),
    geboortedatum: leaver.birthDate,
    ...(advice && { overstapadvies: advice }),
    schoolloopbaanlijst: { schoolloopbaan: { schooljaar: leaver.schoolYear, ...(leaver.class && { groepsnaam: allowed(leaver.class) }) } },
    ...(receiver && { overigvombo: { keuzevervolgopleiding: choice(receiver) } }),
    onderdelenlijst: sections.length ? { onderdeel: sections.map(partIn) } : '',
  };
}

const choice = ({ college, collegeCode, program, crebo, pathway, startsOn }: DossierReceiver) => ({
  instelling: allowed(college), brincode: collegeCode, opleiding: allowed(program), crebo, leerweg: pathway, startdatum: startsOn,
});
