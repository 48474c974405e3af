import { textKey, words } from "#core/textKey"

const names = [
  "jan, january, januar, jänner, janvier, janv, enero, ene",
  "feb, february, februar, février, févr, fév, febrero",
  "mar, march, märz, mär, mrz, mars, marzo",
  "apr, april, avril, avr, abril, abr",
  "may, mai, mayo",
  "jun, june, juni, juin, junio",
  "jul, july, juli, juillet, juil, julio",
  "aug, august, août, agosto, ago",
  "sep, sept, september, septembre, septiembre, setiembre",
  "oct, october, okt, oktober, octobre, octubre",
  "nov, november, novembre, noviembre",
  "dec, december, dez, dezember, décembre, déc, diciembre, dic",
]

const index = new Map(names.flatMap((list, at) => words(list).map((name) => [textKey(name), at + 1] as const)))

/** The number of a month, 1 to 12, by its English, German, French or Spanish name or short form. */
export const monthNumber = (name: string): number | undefined => index.get(textKey(name))
