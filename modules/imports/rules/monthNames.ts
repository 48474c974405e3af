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

/** Languages whose own names of months and days of the week are known besides. */
const languages = "en de fr es it nl pt pl cs sk ru uk bg sv da nb fi hu tr ro el".split(" ")

/** The number of a month, 1 to 12, by its name or short form in the languages that files come in. */
export const monthNumber = (name: string): number | undefined => {
  const key = textKey(name)
  return ofOurs.get(key) ?? (key === "" ? undefined : monthsElsewhere().get(key))
}

const ofOurs = new Map(names.flatMap((list, at) => words(list).map((name) => [textKey(name), at + 1] as const)))

let elsewhere: ReadonlyMap<string, number> | undefined
/** As one writes the month of a day (5 marca) and a month alone (marzec). A name of two months is none of them. */
const monthsElsewhere = (): ReadonlyMap<string, number> => {
  if (elsewhere) return elsewhere
  const found = new Map<string, Set<number>>()
  for (const language of languages)
    for (const month of ["long", "short"] as const)
      for (const day of ["numeric", undefined] as const) {
        const format = new Intl.DateTimeFormat(language, { month, ...(day && { day }), timeZone: "UTC" })
        for (let at = 1; at <= 12; at++) {
          const parts = format.formatToParts(Date.UTC(2026, at - 1, 5))
          const key = textKey(parts.find(({ type }) => type === "month")?.value ?? "")
          if (/^\p{L}+$/u.test(key)) found.set(key, (found.get(key) ?? new Set()).add(at))
        }
      }
  const single = [...found].flatMap(([key, [at, ...more]]) => (at && more.length === 0 ? [[key, at] as const] : []))
  elsewhere = new Map(single)
  return elsewhere
}

const weekdaysHere = new Set(
  [
    "mon, monday, tue, tues, tuesday, wed, wednesday, thu, thur, thurs, thursday, fri, friday, sat, saturday, sun, sunday",
    "mo, montag, di, dienstag, mi, mittwoch, do, donnerstag, fr, freitag, sa, samstag, sonnabend, so, sonntag",
    "lun, lundi, mar, mardi, mer, mercredi, jeu, jeudi, ven, vendredi, sam, samedi, dim, dimanche",
    "lunes, martes, mié, miércoles, jue, jueves, vie, viernes, sáb, sábado, dom, domingo",
    "seg, segunda, segunda feira, ter, terça, terça feira, qua, quarta, quarta feira, qui, quinta, quinta feira, sex, sexta, sexta feira",
  ].flatMap((list) => words(list).map(textKey)),
)

let weekdays: ReadonlySet<string> | undefined
const weekdaysElsewhere = (): ReadonlySet<string> => {
  weekdays ??= new Set(
    languages.flatMap((language) =>
      (["long", "short"] as const).flatMap((weekday) => {
        const format = new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" })
        return Array.from({ length: 7 }, (_, at) => textKey(format.format(Date.UTC(2026, 0, 5 + at))))
      }),
    ),
  )
  return weekdays
}

/** True of the name or short form of a day of the week. */
export const isWeekday = (name: string): boolean => {
  const key = textKey(name)
  return weekdaysHere.has(key) || (key !== "" && weekdaysElsewhere().has(key))
}
