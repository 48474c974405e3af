/** Signs that windows-1252 writes for the bytes 80 to 9f; where it has none, the byte stands for itself. */
const ofWindows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"
const follows = `[\u0080-\u00bf${ofWindows}]`
/**
 * Letters of UTF-8 that were read as windows-1252. Only what no language writes counts: Ã before a sign; capitals with a mark before a sign only
 * inside a word, because Å” and É… end words before a quotation mark; signs of three bytes only several together, because é is followed by
 * a space and a French quotation mark.
 */
const garbled = new RegExp(
  [
    `[ÂÃ]${follows}`,
    `â€${follows}?|â„¢`,
    `(?<=\\p{Ll})[ÄÅ]${follows}|[ÄÅ]${follows}(?=\\p{Ll}|[ÄÅÃ]${follows})`,
    `(?:[ÎÏÐÑ]${follows}){2,}`,
    `(?:[ã-ï]${follows}{2}){2,}|ðŸ${follows}{2}`,
  ].join("|"),
  "gu",
)
const mayBeGarbled = /[ÂÃÄÅÎÏÐÑâã-ïð]/

const byteOf = (sign: string): number => {
  const at = ofWindows.indexOf(sign)
  return at < 0 ? sign.charCodeAt(0) : 0x80 + at
}

/** The letters that were meant, or as they stand where they are no UTF-8. */
const decoded = (signs: string): string => {
  // The last byte of a closing quotation mark is a sign that programs drop.
  if (signs === "â€") return "”"
  const bytes = [...signs].map((sign) => `%${byteOf(sign).toString(16).padStart(2, "0")}`)
  try {
    return decodeURIComponent(bytes.join(""))
  } catch {
    return signs
  }
}

const marks: Readonly<Record<string, string>> = {
  ...{ acute: "\u0301", grave: "\u0300", circ: "\u0302", uml: "\u0308", tilde: "\u0303", ring: "\u030a" },
  ...{ cedil: "\u0327", caron: "\u030c" },
}
const names: Readonly<Record<string, string>> = {
  ...{
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    szlig: "ß",
    euro: "€",
    pound: "£",
    copy: "©",
    reg: "®",
  },
  ...{
    trade: "™",
    ndash: "–",
    mdash: "—",
    hellip: "…",
    lsquo: "‘",
    rsquo: "’",
    sbquo: "‚",
    ldquo: "“",
    rdquo: "”",
    bdquo: "„",
  },
  ...{ laquo: "«", raquo: "»", middot: "·", bull: "•", deg: "°", aelig: "æ", AElig: "Æ", oelig: "œ", OElig: "Œ" },
  ...{ oslash: "ø", Oslash: "Ø", iexcl: "¡", iquest: "¿", ordm: "º", ordf: "ª" },
}
const entity =
  /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z])(acute|grave|circ|uml|tilde|ring|cedil|caron)|([A-Za-z]{2,6}));/g

const ofNumber = (number: number): string | undefined =>
  number >= 32 && number <= 0x10ffff && (number < 0xd800 || number > 0xdfff) ? String.fromCodePoint(number) : undefined

/** Letters written as a page of the web does: M&amp;M is M&M. */
const withoutEntities = (text: string): string =>
  text.replace(entity, (whole, decimal?: string, hex?: string, letter?: string, mark?: string, name?: string) =>
    decimal !== undefined
      ? (ofNumber(Number(decimal)) ?? whole)
      : hex !== undefined
        ? (ofNumber(Number.parseInt(hex, 16)) ?? whole)
        : letter !== undefined
          ? (letter + (marks[mark ?? ""] ?? "")).normalize("NFC")
          : ((Object.hasOwn(names, name ?? "") ? names[name ?? ""] : undefined) ?? whole),
  )

const most = 3

/**
 * What a text means that some program has encoded once more than was right: MÃ¼ller, M&amp;M, &amp;amp;. Undefined of a text that is as it
 * should be; most are told at one look.
 */
export const encodedOnce = (text: string): string | undefined => {
  const isOdd = (text.includes("&") && text.includes(";")) || mayBeGarbled.test(text)
  if (!isOdd) return undefined
  let once = text
  for (let turn = 0; turn < most; turn++) {
    const next = withoutEntities(once.replace(garbled, decoded))
    if (next === once) break
    once = next
  }
  return once === text ? undefined : once
}
