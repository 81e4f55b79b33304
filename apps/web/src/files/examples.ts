/** How each kind of file looks: the header and two rows about people and organisations that do not exist. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  organisaties: [
    'code;naam;soort;gemeente;rmc_regio;vakantieregio',
    '98ZZ00;Het Voorbeeld;vo;Zwolle;10;midden',
    'LPA-Voorbeeld;Leerplicht Voorbeeld;leerplicht;Zwolle|Kampen;10;',
  ],
  medewerkers: [
    'email;roepnaam;tussenvoegsel;achternaam;organisatie;rol;telefoon',
    'm.voorbeeld@school.example;Mies;;Voorbeeld;;mentor;038-1234567',
    'k.verzonnen@school.example;Kees;van;Verzonnen;;decaan;',
  ],
  leerlingen: [
    'leerlingnummer;roepnaam;tussenvoegsel;achternaam;geslacht;geboortedatum;straat;postcode;gemeente;email;schooljaar;schoolsoort;leerweg;uitstroomprofiel;leerjaar;klas;mentor;ouder_naam;ouder_email',
    '100001;Nova;de;Verzonnen;V;18-03-2010;Nergensstraat 1;8011 AA;Zwolle;nova@leerling.example;;vmbo;kb;;4;4B;m.voorbeeld@school.example;Jo de Verzonnen;jo@ouder.example',
    '100002;Rik;;Bedacht;M;05-11-2009;Nergensstraat 2;8011 AA;Zwolle;rik@leerling.example;;vmbo;gl;;4;4B;m.voorbeeld@school.example;;',
  ],
  uitslagen: ['leerlingnummer;examenuitslag;diploma;bestemming', '100001;geslaagd;vmbo;', '100002;gezakt;;blijft in vo'],
  aanwezigheid: ['leerlingnummer;schooljaar;uren_met_reden;uren_zonder_reden;gemeld_leerplicht', '100001;2025-2026;12;3;nee', '100002;2025-2026;0;0;nee'],
  opleidingen: [
    'instelling;crebo;opleiding;niveau;leerweg;startdatum;plaatsen',
    ';25999;Voorbeeldmaker;2;BOL;24-08-2026;28',
    ';25998;Bedenker;4;BBL;01-02-2027;16',
  ],
  aanmeldingen: [
    'aanmeldnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;postcode;vooropleiding;crebo;leerweg;startdatum;aangemeld_op;voorkeur',
    'A-100001;Nova;de;Verzonnen;18-03-2010;8011 AA;98ZZ00;25999;BOL;24-08-2026;12-01-2026;1',
    'A-100002;Rik;;Bedacht;05-11-2009;8011 AA;98ZZ;25998;BBL;01-02-2027;30-01-2026;1',
  ],
  statussen: ['aanmeldnummer;status;per_datum;reden', 'A-100001;ingeschreven;20-06-2026;', 'A-100002;ingetrokken;01-07-2026;koos een andere opleiding'],
};

/** The example as UTF-8 with a byte-order mark, so that Excel reads it; nothing for a kind that does not exist. */
export const exampleFile = (kind: string): string | undefined =>
  Object.hasOwn(EXAMPLES, kind) ? `\ufeff${EXAMPLES[kind]?.join('\r\n')}\r\n` : undefined;
