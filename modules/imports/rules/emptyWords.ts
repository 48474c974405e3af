import type { ValueType } from "#core/importable/field"

/** What systems and people write where nothing is known: reports, exports of databases, spreadsheets in our languages. */
const words = new Set([
  ...["n/a", "n.a.", "n. a.", "n / a", "#n/a", "n/d", "n.d.", "s/d", "s/o", "s.o.", "k.a.", "k. a.", "k/a"],
  ...["null", "(null)", "<null>", "[null]", "nil", "none", "(none)", "<none>", "undefined", "nan", "#null"],
  ...["(blank)", "blank", "(empty)", "empty", "(leer)", "(vide)", "(vacío)", "\\n"],
  ...["not available", "not applicable", "no data", "no value", "not set", "not specified", "(not set)"],
  ...["tbd", "t.b.d.", "tba", "t.b.a.", "to be determined", "to be defined"],
  ...["keine angabe", "keine angaben", "nicht verfügbar", "nicht vorhanden", "non disponible", "no disponible"],
  ...[
    "n.v.t.",
    "nvt",
    "niet van toepassing",
    "geen",
    "onbekend",
    "brak",
    "brak danych",
    "nie dotyczy",
    "b.d.",
    "nieznany",
  ],
  ...["sem dados", "não disponível", "não aplicável", "não informado", "nenhum", "nenhuma", "desconhecido", "s/ data"],
  ...[
    "non disponibile",
    "non applicabile",
    "nessuno",
    "nessuna",
    "sconosciuto",
    "non renseigné",
    "non applicable",
    "inconnu",
  ],
  ...["aucun", "aucune", "ninguno", "ninguna", "sin datos", "sin información", "no aplica", "desconocido"],
  ...[
    "unbekannt",
    "unknown",
    "not known",
    "not provided",
    "unspecified",
    "entfällt",
    "nicht zutreffend",
    "keine",
    "keiner",
  ],
  ...[
    "н/д",
    "нет",
    "нет данных",
    "なし",
    "該当なし",
    "不明",
    "无",
    "暂无",
    "없음",
    "n.a",
    "<na>",
    "[empty]",
    "(no value)",
    "./.",
  ],
  // What stands in a list of a form before anybody chose.
  ...[
    "--none--",
    "-none-",
    "- none -",
    "-- none --",
    "please select",
    "select...",
    "bitte wählen",
    "- select -",
    "--select--",
  ],
  // What a lookup that found nothing shows in other languages.
  ...["#nv", "#n/d", "#n/b", "#nd", "#н/д", "#n/disp", "#hiányzik"],
])
/** How one may begin: by their first letter most cells are told to be none, at a few nanoseconds. */
const beginnings = new Set([...words].flatMap((word) => [word.charAt(0), word.charAt(0).toUpperCase()]))
for (const mark of "-‐‑‒–—―−_.0?") beginnings.add(mark)
const dashes = /^(?:[-‐‑‒–—―−_.]{1,5}|\?{1,5}|-\/-)$/
const zeroDay = /^0{1,4}[-/.]0{1,2}[-/.]0{1,4}(?:[T ][0:.]+Z?)?$/

/** Types in which "NA" is nothing: elsewhere it may be Namibia, North America, or a person's initials. */
const naIsNothing: ReadonlySet<ValueType> = new Set([
  ...([
    "date",
    "week",
    "moment",
    "number",
    "integer",
    "quantity",
    "money",
    "email",
    "domains",
    "phone",
    "flag",
  ] as const),
])

/** True of a text that says that nothing is known, in a cell of a type. Dashes alone, and the day 0000-00-00, say so too. */
export const isEmptyWord = (text: string, type: ValueType): boolean =>
  text.length <= 24 &&
  beginnings.has(text.charAt(0)) &&
  (words.has(text.toLowerCase()) ||
    dashes.test(text) ||
    (naIsNothing.has(type) && (/^nat?$/i.test(text) || zeroDay.test(text))))
