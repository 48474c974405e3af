/** Letters beside a to z, by language: a word whose letters all belong to one of them may have been written in it. */
const western = [
  ...[
    "äöüß",
    "àâçéèêëîïôùûüœæ",
    "áéíóúñü",
    "áâãàçéêíóôõúü",
    "àèéìòóù",
    "åäöé",
    "æøåé",
    "ëïéèöüó",
    "áéíóúýþðæö",
    "àçéèíïóòúü",
  ],
] as const
const central = [
  "ąćęłńóśźż",
  "áčďéěíňóřšťúůýž",
  "áäčďéíĺľňóôŕšťúýž",
  "áéíóöőúüű",
  "ăâîşţșț",
  "čćđšž",
  "äöüß",
  "éáóö",
] as const
const turkish = ["çğıöşüâî", "äöüß", "éà"] as const
const dos = ["äöüß", "àâçéèêëîïôùûü", "áéíóúñü", "àèéìòù", "åäöæøé"] as const
const russian = [
  "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
  "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
  "абвгдђежзијклљмнњопрстћуфхцчџш",
] as const
const greek = ["αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ"] as const

/** How much less likely a file is in one of these than in another in which it reads as well: they come from systems of old. */
export const rarity: Readonly<Record<string, number>> = { macintosh: 0.1, cp850: 0.2, cp852: 0.2, cp866: 0.1 }

/** Encodings of one byte a letter that tables still arrive in, with the languages they were made for; the likelier first. */
export const singleByte: Readonly<Record<string, readonly string[]>> = {
  "windows-1252": western,
  "windows-1250": central,
  "windows-1251": russian,
  "windows-1253": greek,
  "windows-1254": turkish,
  "iso-8859-2": central,
  "iso-8859-5": russian,
  "koi8-r": russian,
  macintosh: western,
  cp850: dos,
  cp852: central,
  cp866: russian,
}
