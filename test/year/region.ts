/** Two regions, as their administrators bring them in October 2025. `unknown.` is an address that the mail server refuses. */
export const organisaties = `code;naam;soort;gemeente;rmc_regio;vakantieregio
10KO00;Het Kompas;vo;Zwolle;10;Noord
11BR00;De Brug;vo;Kampen;10;Noord
12PR00;Praktijkschool De Werf;pro;Zwolle;10;Noord
13VS00;De Kring;vso;Zwolle;10;Noord
20NO;ROC Noordrand;mbo;Zwolle;10;Noord
21ME;Vakschool De Meent;mbo;Kampen;10;Noord
LPA-Zwolle;Leerplicht Zwolle;leerplicht;Zwolle|Hattem;10;Noord
LPA-Kampen;Leerplicht Kampen;leerplicht;Kampen|Dronten;10;Noord
DSP-10;Doorstroompunt IJssel-Vecht;doorstroompunt;Zwolle;10;Noord
30VE00;Veluwe College;vo;Ermelo;11;Midden
LPA-Ermelo;Leerplicht Ermelo;leerplicht;Ermelo;11;Midden
DSP-11;Doorstroompunt Veluwe;doorstroompunt;Ermelo;11;Midden
`;

export const medewerkers = `email;roepnaam;tussenvoegsel;achternaam;organisatie;rol
fatima@10ko00.example;Fatima;el;Amrani;10KO00;mentor
joost@10ko00.example;Joost;;Bakker;10KO00;mentor
unknown.henk@10ko00.example;Henk;;Vos;10KO00;mentor
lars@10ko00.example;Lars;de;Vries;10KO00;decaan
hanna@11br00.example;Hanna;van;Beek;11BR00;mentor
loes@11br00.example;Loes;;Prins;11BR00;mentor
niels@11br00.example;Niels;;Bouzid;11BR00;decaan
toos@11br00.example;Toos;;Kramer;11BR00;schoolbeheerder
ria@12pr00.example;Ria;;Hoekstra;12PR00;mentor
wim@12pr00.example;Wim;;Post;12PR00;decaan
bea@13vs00.example;Bea;;Mol;13VS00;mentor
cees@13vs00.example;Cees;;Roos;13VS00;decaan
ans@20no.example;Ans;;Bos;20NO;mentor
sanne@20no.example;Sanne;de;Jong;20NO;intaker
milan@21me.example;Milan;;Dorant;21ME;intaker
ingrid@lpa-zwolle.example;Ingrid;;Brouwer;LPA-Zwolle;leerplichtambtenaar
mark@lpa-kampen.example;Mark;ter;Horst;LPA-Kampen;leerplichtambtenaar
koen@lpa-kampen.example;Koen;;Smeets;LPA-Kampen;leerplichtambtenaar
marloes@dsp-10.example;Marloes;;Prins;DSP-10;rmc-consulent
gijs@dsp-10.example;Gijs;;Idrissi;DSP-10;regiobeheerder
vera@30ve00.example;Vera;;Mulder;30VE00;mentor
dirk@30ve00.example;Dirk;;Kok;30VE00;decaan
youssef@lpa-ermelo.example;Youssef;;Kaya;LPA-Ermelo;leerplichtambtenaar
anna@dsp-11.example;Anna;;Bos;DSP-11;rmc-consulent
pieter@dsp-11.example;Pieter;;Nowak;DSP-11;regiobeheerder
`;

/** 25001 also starts in February; of 25009 the college says nothing for weeks. */
export const opleidingen = `instelling;crebo;opleiding;niveau;leerweg;startdatum
20NO;25001;Timmerman;2;BOL;02-02-2026
20NO;25001;Timmerman;2;BOL;24-08-2026
20NO;25001;Timmerman;2;BOL;01-02-2027
20NO;25002;Logistiek medewerker;2;BBL;05-10-2026
20NO;25009;Schilder;2;BOL;24-08-2026
21ME;25003;Kok;2;BOL;24-08-2026
`;

interface Programme {
  readonly college: string;
  readonly pathway: string;
  readonly starts: string;
}

/** When a life says no other start. */
export const programmes: Readonly<Record<string, Programme>> = {
  25001: { college: '20NO', pathway: 'BOL', starts: '2026-08-24' },
  25002: { college: '20NO', pathway: 'BBL', starts: '2026-10-05' },
  25003: { college: '21ME', pathway: 'BOL', starts: '2026-08-24' },
  25009: { college: '20NO', pathway: 'BOL', starts: '2026-08-24' },
};

/** Mentor: school and class. */
export const classes: Readonly<Record<string, { readonly school: string; readonly class: string; readonly email: string }>> = {
  fatima: { school: '10KO00', class: '4A', email: 'fatima@10ko00.example' },
  joost: { school: '10KO00', class: '4B', email: 'joost@10ko00.example' },
  henk: { school: '10KO00', class: '4C', email: 'unknown.henk@10ko00.example' },
  nobody: { school: '10KO00', class: '4D', email: '' },
  hanna: { school: '11BR00', class: '4K', email: 'hanna@11br00.example' },
  loes: { school: '11BR00', class: '4L', email: 'loes@11br00.example' },
  ria: { school: '12PR00', class: '5A', email: 'ria@12pr00.example' },
  bea: { school: '13VS00', class: '5V', email: 'bea@13vs00.example' },
  ans: { school: '20NO', class: '1E', email: 'ans@20no.example' },
  vera: { school: '30VE00', class: '4V', email: 'vera@30ve00.example' },
};
