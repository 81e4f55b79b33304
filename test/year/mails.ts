/**
 * Monday, or the first school day after a Monday off: Easter is 6 April, Whitsun 25 May. The holidays of Noord (25 April to 3 May,
 * 4 July to 16 August) are quiet.
 */
export const weekly = [
  '2026-04-07', '2026-04-13', '2026-04-20', '2026-05-04', '2026-05-11', '2026-05-18', '2026-05-26', '2026-06-01', '2026-06-08',
  '2026-06-15', '2026-06-22', '2026-06-29', '2026-08-17', '2026-08-24', '2026-08-31',
];

/**
 * What each digest tells, from the cadence of rules 7. A line is `DAY READER: REASON KIND WHO…`; `A..B` is each day from A to B on
 * which mentors in Noord get their list of the week. Written by hand, from the lives in personas/.
 */
const lastYear = `
  2025-10-02 joost: mentor no-place-at-start lea ruud
  2025-10-02 ria: mentor no-place-at-start jort
  2025-10-02 ingrid: desk no-place-at-start lea jort
  2025-10-02 marloes: information no-place-at-start lea jort
  2025-10-02 marloes: desk no-place-at-start ruud
  2026-01-01 marloes: desk no-place-at-start ruud
  2026-02-05 joost: mentor no-show lea
  2026-02-05 ingrid: desk no-show lea
  2026-02-05 marloes: information no-show lea
  2026-03-01 marloes: desk no-show lea
  2026-08-01 marloes: help-offer no-place-at-start jort
`;

const atOnce = `
  2026-02-21 fatima: mentor last-option-gone rik
  2026-03-11 fatima: mentor last-option-gone jade
  2026-03-21 fatima: mentor last-option-gone daan
  2026-03-26 fatima: mentor last-option-gone vik
  2026-05-11 fatima: mentor last-option-gone jade
  2026-05-16 fatima: mentor last-option-gone geert
  2026-07-02 fatima: mentor last-option-gone pim
  2026-08-21 fatima: mentor last-option-gone kick
`;

const mondays = `
  2026-04-07..2026-05-26 fatima: mentor not-applied noor eva otis
  2026-04-07..2026-04-20 fatima: mentor not-applied freek
  2026-04-07 fatima: mentor not-applied yara ayla
  2026-04-07..2026-05-26 joost: mentor not-applied gwen
  2026-04-07..2026-05-26 ans: mentor not-applied mats
  2026-04-07..2026-05-26 bea: mentor not-applied lieke
  2026-06-01..2026-08-31 fatima: mentor no-place-yet noor otis
  2026-06-01..2026-08-17 fatima: mentor no-place-yet eva
  2026-06-01..2026-08-24 fatima: mentor no-place-yet quin
  2026-06-01..2026-06-15 fatima: mentor no-place-yet daan freek
  2026-06-01..2026-06-29 fatima: mentor no-place-yet pim
  2026-08-17..2026-08-24 fatima: mentor no-place-yet pim
  2026-06-01..2026-06-22 fatima: mentor no-place-yet vik
  2026-06-01..2026-08-31 joost: mentor no-place-yet gwen
  2026-06-01..2026-08-31 ans: mentor no-place-yet mats
  2026-06-01..2026-08-31 bea: mentor no-place-yet lieke
`;

/** The morning after the colleges of 24 August say who did not come, and the days after it. */
const noShows = `
  2026-08-27 fatima: mentor no-show abdi rens
  2026-08-27 joost: mentor no-show finn hugo karel lou tess veerle wietse oona
  2026-08-27 henk: mentor no-show nick
  2026-08-27 lars: instead-of-mentor no-show ties
  2026-08-28 lars: instead-of-mentor no-show nick
  2026-08-27 niels: instead-of-mentor no-show cas
  2026-08-27 hanna: mentor no-show adam bas cleo dani emma fien gaby hidde joep kim lotte puck roos sil teddy vos wout
  2026-08-27 ria: mentor no-show luuk mees floor senna teun bo
  2026-08-27 wim: help-offer no-show luuk floor bo
  2026-08-27 bea: mentor no-show kaan mick
  2026-08-27 cees: help-offer no-show kaan
  2026-08-27 ans: mentor no-show ines jip nola sjors dirkje
  2026-08-27 vera: mentor no-show mila
  2026-08-27 ingrid: desk no-show abdi rens hugo karel tess wietse mees senna mick nick ties
  2026-08-27 mark: desk no-show adam bas cleo dani emma fien gaby hidde joep kim lotte puck cas roos sil teddy vos wout
  2026-08-27 koen: desk no-show adam bas cleo dani emma fien gaby hidde joep kim lotte puck cas roos sil teddy vos wout
  2026-08-27 youssef: desk no-show oona mila
  2026-08-27 anna: information no-show oona mila
  2026-08-27 marloes: desk no-show ines teun veerle sjors
  2026-08-27 marloes: help-offer no-show luuk floor bo kaan
  2026-08-27 marloes: information no-show abdi rens hugo karel tess wietse mees senna mick nick ties
  2026-08-27 marloes: information no-show adam bas cleo dani emma fien gaby hidde joep kim lotte puck cas roos sil teddy vos wout
  2026-08-27 gijs: region no-show lou nola
  2026-08-28 marloes: desk no-show wietse
  2026-08-29 gijs: region no-show hidde
  2026-09-01 ingrid: desk no-show hidde
  2026-09-02 youssef: desk no-show sil
  2026-09-03 ingrid: desk no-show roos
  2026-09-04 mark: desk no-show lou
  2026-09-04 koen: desk no-show lou
  2026-09-15 marloes: desk no-show tess
  2026-09-15 marloes: help-offer no-show mees
  2026-09-17 wim: help-offer no-show mees
  2026-09-22 ingrid: desk no-show karel
  2026-09-22 marloes: information no-show karel
`;

const september = `
  2026-08-31 sanne: college silence 25009
  2026-08-31 gijs: region silence 25009
  2026-09-01 fatima: mentor no-place-at-start noor otis geert kick
  2026-09-01 joost: mentor no-place-at-start gwen
  2026-09-01 ans: mentor no-place-at-start mats
  2026-09-01 bea: mentor no-place-at-start lieke
  2026-09-01 cees: help-offer no-place-at-start lieke
  2026-09-01 ingrid: desk no-place-at-start noor otis geert kick
  2026-09-01 marloes: information no-place-at-start noor otis geert kick
  2026-09-01 marloes: help-offer no-place-at-start lieke
  2026-09-01 gijs: region no-place-at-start mats
  2026-09-03 marloes: desk no-place-at-start mats
  2026-09-04 fatima: mentor no-place-at-start caro
  2026-09-04 ingrid: desk no-place-at-start caro
  2026-09-04 marloes: information no-place-at-start caro
  2026-09-07 fatima: mentor start-unconfirmed isa nina stan xena yael
  2026-09-07 ingrid: desk start-unconfirmed isa nina stan xena yael
  2026-09-07 hanna: mentor start-unconfirmed ilse nora
  2026-09-07 mark: desk start-unconfirmed ilse nora
  2026-09-07 koen: desk start-unconfirmed ilse nora
  2026-09-07 marloes: information start-unconfirmed isa nina stan xena yael ilse nora
  2026-09-10 fatima: mentor dropped-out elif
  2026-09-10 ingrid: desk dropped-out elif
  2026-09-10 marloes: information dropped-out elif
  2026-09-10 hanna: mentor no-show ilse
  2026-09-10 mark: desk no-show ilse
  2026-09-10 koen: desk no-show ilse
  2026-09-10 marloes: information no-show ilse
  2026-09-11 hanna: mentor no-show nora
  2026-09-11 koen: desk no-show nora
  2026-09-11 marloes: information no-show nora
  2026-09-15 fatima: mentor no-show yael
  2026-09-15 ingrid: desk no-show yael
  2026-09-15 marloes: information no-show yael
  2026-09-16 fatima: mentor no-show stan
  2026-09-16 ingrid: desk no-show stan
  2026-09-16 marloes: information no-show stan
`;

const afterwards = `
  2026-10-19 fatima: mentor start-unconfirmed olaf
  2026-10-19 ingrid: desk start-unconfirmed olaf
  2026-10-19 marloes: information start-unconfirmed olaf
  2026-10-21 fatima: mentor no-show olaf
  2026-10-21 ingrid: desk no-show olaf
  2026-10-21 marloes: information no-show olaf
  2026-10-23 hanna: mentor dropped-out puck
  2026-10-23 mark: desk dropped-out puck
  2026-10-23 koen: desk dropped-out puck
  2026-10-23 marloes: information dropped-out puck
  2027-02-15 fatima: mentor start-unconfirmed freek
  2027-02-15 ingrid: desk start-unconfirmed freek
  2027-02-15 marloes: information start-unconfirmed freek
`;

export const told = [lastYear, atOnce, mondays, noShows, september, afterwards].join('\n');
