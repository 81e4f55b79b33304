/** The municipalities of 2023, to warn about a name that is none; a municipality that an organisation names is known too. */
export const municipalities: readonly string[] =
  `Oldambt|Pekela|Stadskanaal|Veendam|Westerwolde|Eemsdelta|Het Hogeland|Groningen|Midden-Groningen|Westerkwartier|
Ameland|Dantumadiel|Harlingen|Leeuwarden|Noardeast-Fryslân|Schiermonnikoog|Terschelling|Vlieland|Waadhoeke|
De Fryske Marren|Súdwest-Fryslân|Achtkarspelen|Heerenveen|Ooststellingwerf|Opsterland|Smallingerland|
Tytjerksteradiel|Weststellingwerf|Aa en Hunze|Assen|Midden-Drenthe|Noordenveld|Tynaarlo|Borger-Odoorn|Coevorden|
Emmen|De Wolden|Hoogeveen|Meppel|Westerveld|Dalfsen|Hardenberg|Hattem|Heerde|Kampen|Ommen|Raalte|Staphorst|
Steenwijkerland|Zwartewaterland|Zwolle|Apeldoorn|Brummen|Deventer|Epe|Lochem|Olst-Wijhe|Voorst|Zutphen|Almelo|
Borne|Dinkelland|Enschede|Haaksbergen|Hellendoorn|Hengelo|Hof van Twente|Losser|Oldenzaal|Rijssen-Holten|
Tubbergen|Twenterand|Wierden|Aalten|Berkelland|Bronckhorst|Doesburg|Doetinchem|Montferland|Oost Gelre|
Oude IJsselstreek|Winterswijk|Arnhem|Duiven|Lingewaard|Overbetuwe|Renkum|Rheden|Rozendaal|Westervoort|Zevenaar|
Buren|Culemborg|Maasdriel|Neder-Betuwe|Tiel|West Betuwe|West Maas en Waal|Zaltbommel|Amersfoort|Baarn|Barneveld|
Bunschoten|Ede|Leusden|Nijkerk|Renswoude|Rhenen|Scherpenzeel|Soest|Veenendaal|Wageningen|Woudenberg|Elburg|
Ermelo|Harderwijk|Nunspeet|Oldebroek|Putten|Zeewolde|Almere|Dronten|Lelystad|Noordoostpolder|Urk|Bunnik|De Bilt|
De Ronde Venen|Houten|IJsselstein|Lopik|Montfoort|Nieuwegein|Oudewater|Stichtse Vecht|Utrecht|
Utrechtse Heuvelrug|Vijfheerenlanden|Wijk bij Duurstede|Woerden|Zeist|Blaricum|Eemnes|Gooise Meren|Hilversum|
Huizen|Laren|Wijdemeren|Aalsmeer|Amstelveen|Amsterdam|Diemen|Edam-Volendam|Haarlemmermeer|Landsmeer|Oostzaan|
Ouder-Amstel|Purmerend|Uithoorn|Waterland|Wormerland|Zaanstad|Drechterland|Enkhuizen|Hoorn|Koggenland|Medemblik|
Opmeer|Stede Broec|Den Helder|Hollands Kroon|Schagen|Texel|Alkmaar|Bergen (NH.)|Castricum|Dijk en Waard|Heiloo|
Uitgeest|Beverwijk|Bloemendaal|Haarlem|Heemskerk|Heemstede|Velsen|Zandvoort|Hillegom|Kaag en Braassem|Katwijk|
Leiden|Leiderdorp|Lisse|Noordwijk|Oegstgeest|Teylingen|Voorschoten|Zoeterwoude|Alphen aan den Rijn|
Bodegraven-Reeuwijk|Gouda|Krimpenerwaard|Nieuwkoop|Waddinxveen|Zuidplas|'s-Gravenhage|Delft|
Leidschendam-Voorburg|Midden-Delfland|Pijnacker-Nootdorp|Rijswijk|Wassenaar|Westland|Zoetermeer|Albrandswaard|
Barendrecht|Capelle aan den IJssel|Goeree-Overflakkee|Krimpen aan den IJssel|Lansingerland|Maassluis|Nissewaard|
Ridderkerk|Rotterdam|Schiedam|Vlaardingen|Voorne aan Zee|Alblasserdam|Dordrecht|Gorinchem|Hardinxveld-Giessendam|
Hendrik-Ido-Ambacht|Hoeksche Waard|Molenlanden|Papendrecht|Sliedrecht|Zwijndrecht|Borsele|Goes|Kapelle|
Noord-Beveland|Reimerswaal|Schouwen-Duiveland|Tholen|Middelburg|Veere|Vlissingen|Hulst|Sluis|Terneuzen|
Alphen-Chaam|Altena|Baarle-Nassau|Bergen op Zoom|Breda|Drimmelen|Etten-Leur|Geertruidenberg|Halderberge|Moerdijk|
Oosterhout|Roosendaal|Rucphen|Steenbergen|Woensdrecht|Zundert|Dongen|Gilze en Rijen|Goirle|Hilvarenbeek|
Loon op Zand|Oisterwijk|Tilburg|Waalwijk|'s-Hertogenbosch|Bernheze|Boekel|Boxtel|Heusden|Land van Cuijk|
Maashorst|Meierijstad|Oss|Sint-Michielsgestel|Vught|Asten|Bergeyk|Best|Bladel|Cranendonck|Deurne|Eersel|
Eindhoven|Geldrop-Mierlo|Gemert-Bakel|Heeze-Leende|Helmond|Laarbeek|Nuenen|Oirschot|Reusel-De Mierden|Someren|
Son en Breugel|Valkenswaard|Veldhoven|Waalre|Beesel|Bergen (L.)|Echt-Susteren|Gennep|Horst aan de Maas|Leudal|
Maasgouw|Nederweert|Peel en Maas|Roerdalen|Roermond|Venlo|Venray|Weert|Beek|Beekdaelen|Brunssum|
Eijsden-Margraten|Gulpen-Wittem|Heerlen|Kerkrade|Landgraaf|Maastricht|Meerssen|Simpelveld|Sittard-Geleen|Stein|
Vaals|Valkenburg aan de Geul|Voerendaal|Berg en Dal|Beuningen|Druten|Heumen|Mook en Middelaar|Nijmegen|Wijchen`.split(/\|\n?/);
