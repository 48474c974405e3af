import { textKey, words } from "#core/textKey"

const names = [
  "jan, january, januar, jänner, janvier, janv, enero, ene, janeiro, gennaio, gen, januari, 1月",
  "feb, february, februar, feber, février, févr, fév, febrero, fevereiro, fev, febbraio, februari, 2月",
  "mar, march, märz, mär, mrz, mars, marzo, março, maart, mrt, 3月",
  "apr, april, avril, avr, abril, abr, aprile, 4月",
  "may, mai, mayo, maio, maggio, mag, mei, 5月",
  "jun, june, juni, juin, junio, junho, giugno, giu, 6月",
  "jul, july, juli, juillet, juil, julio, julho, luglio, lug, 7月",
  "aug, august, août, agosto, ago, augustus, 8月",
  "sep, sept, september, septembre, septiembre, setiembre, setembro, set, settembre, sett, 9月",
  "oct, october, okt, oktober, octobre, octubre, outubro, out, ottobre, ott, 10月",
  "nov, november, novembre, noviembre, novembro, 11月",
  "dec, december, dez, dezember, décembre, déc, diciembre, dic, dezembro, dicembre, 12月",
]

const index = new Map(names.flatMap((list, at) => words(list).map((name) => [textKey(name), at + 1] as const)))

/** The number of a month, 1 to 12, by its name or short form in the languages that files come in. */
export const monthNumber = (name: string): number | undefined => index.get(textKey(name))

const weekdays = new Set(
  [
    "mon, monday, tue, tues, tuesday, wed, wednesday, thu, thur, thurs, thursday, fri, friday, sat, saturday, sun, sunday",
    "mo, montag, di, dienstag, mi, mittwoch, do, donnerstag, fr, freitag, sa, samstag, sonnabend, so, sonntag",
    "lun, lundi, mar, mardi, mer, mercredi, jeu, jeudi, ven, vendredi, sam, samedi, dim, dimanche",
    "lunes, martes, mié, miércoles, jue, jueves, vie, viernes, sáb, sábado, dom, domingo",
    "seg, segunda, segunda feira, ter, terça, terça feira, qua, quarta, quarta feira, qui, quinta, quinta feira, sex, sexta, sexta feira",
  ].flatMap((list) => words(list).map(textKey)),
)

/** True of the name or short form of a day of the week. */
export const isWeekday = (name: string): boolean => weekdays.has(textKey(name))
