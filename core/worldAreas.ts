/** Parts of the world as the United Nations count by (M49), and the countries in each by their two-letter codes. */
const countriesIn: Readonly<Record<string, string>> = {
  "021": "BM CA GL PM US",
  "013": "BZ CP CR GT HN MX NI PA SV",
  "029": "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
  "005": "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
  "154": "AX CQ DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
  "155": "AT BE CH DE FR LI LU MC NL",
  "151": "BG BY CZ HU MD PL RO RU SK UA",
  "039": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
  "015": "DZ EA EG EH IC LY MA SD TN",
  "011": "AC BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TA TG",
  "014": "BI DG DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW",
  "017": "AO CD CF CG CM GA GQ ST TD",
  "018": "BW LS NA SZ ZA",
  "030": "CN HK JP KP KR MN MO TW",
  "035": "BN ID KH LA MM MY PH SG TH TL VN",
  "034": "AF BD BT IN IR LK MV NP PK",
  "143": "KG KZ TJ TM UZ",
  "145": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
  "053": "AU CC CX HM NF NZ",
  "054": "FJ NC PG SB VU",
  "057": "FM GU KI MH MP NR PW UM",
  "061": "AS CK NU PF PN TK TO TV WF WS",
}

/** Every part of the world by its code, from west to east. */
export const worldAreas: readonly string[] = [
  ...["021", "013", "029", "005", "154", "155", "151", "039", "015", "011", "014", "017", "018"],
  ...["145", "143", "034", "035", "030", "053", "054", "057", "061"],
]

/** Country -> the part of the world it lies in. Antarctica lies in none. */
export const areaOfCountry: ReadonlyMap<string, string> = new Map(
  Object.entries(countriesIn).flatMap(([area, countries]) =>
    countries.split(" ").map((country): [string, string] => [country, area]),
  ),
)
