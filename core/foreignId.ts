const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"

/** Which of five characters are capitals: the first in the lowest bit. */
const isCapital = (bits: number, at: number): boolean => ((bits >> at) & 1) === 1

/** The 15 characters that 18 mean, in the capitals that the last three tell; undefined where those tell of what is no letter. */
const withCapitals = (id: string): string | undefined => {
  let whole = ""
  for (let at = 0; at < 15; at++) {
    const sign = id.charAt(at)
    const bits = letters.indexOf(id.charAt(15 + Math.floor(at / 5)).toUpperCase())
    const isLetter = /[a-z]/i.test(sign)
    if (bits < 0 || (isCapital(bits, at % 5) && !isLetter)) return undefined
    whole += isCapital(bits, at % 5) ? sign.toUpperCase() : sign.toLowerCase()
  }
  return whole
}

/** Dynamics and others: capitals and braces mean nothing in it (RFC 9562). */
const guid = /^(\{?)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(\}?)$/i
const isGuid = (id: string): boolean => (id.length === 36 || id.length === 38) && guid.test(id)

/** An id that a spreadsheet has shortened to a few digits: what it was nobody knows. */
export const isShortenedId = (text: string): boolean => /^\d(?:[.,]\d{1,14})?e\+\d{2}$/i.test(text)

/**
 * What two writings of one id of another system share. Salesforce shows 15 characters in reports, in which capitals count, and 18 in
 * exports: the same and three that tell which are capitals, so that a spreadsheet that loses them loses nothing. Only an id whose
 * last three agree with it is shortened.
 */
export const foreignIdKey = (id: string): string => {
  // Programs that write texts put hyphens that do not break in the place of plain ones.
  if (id.includes("\u2011") || id.includes("\u2010")) return foreignIdKey(id.replace(/[\u2010\u2011]/g, "-"))
  if (isGuid(id)) return id.replace(/[{}]/g, "").toLowerCase()
  // A program that takes ids for numbers writes 4711.0.
  if (id.endsWith(".0") && /^\d{3,}\.0$/.test(id)) return id.slice(0, -2)
  if (!/^[0-9A-Za-z]{15}[A-Za-z0-5]{3}$/.test(id)) return id
  const whole = withCapitals(id)
  const short = id.slice(0, 15)
  return whole !== undefined && (whole === short || isOneCase(id)) ? whole : id
}

const isOneCase = (id: string): boolean => id === id.toLowerCase() || id === id.toUpperCase()

/** The three characters that tell which of 15 are capitals. */
const suffixOf = (id: string): string =>
  [0, 5, 10]
    .map((from) =>
      [...id.slice(from, from + 5)].reduce((bits, sign, at) => bits | (/[A-Z]/.test(sign) ? 1 << at : 0), 0),
    )
    .map((bits) => letters.charAt(bits))
    .join("")

/**
 * Every text under which this id may be stored: ids were once kept as they were written. One of 15 characters may be anybody's, so that it
 * is never lengthened to be stored; one of 18 that agrees with its last three is Salesforce's, and is kept as 15.
 */
export const foreignIdWritings = (id: string): readonly string[] => {
  const key = foreignIdKey(id)
  if (isGuid(key)) return [key, key.toUpperCase(), `{${key}}`, `{${key.toUpperCase()}}`]
  if (!/^[0-9A-Za-z]{15}$/.test(key)) return [key]
  const long = key + suffixOf(key)
  return [...new Set([key, long, long.toLowerCase(), long.toUpperCase()])]
}

/** Capitals aside; undefined of an id in which they count, as in 15 characters of Salesforce, or which has none. */
export const idInOneCase = (id: string): string | undefined => {
  const isCased = /^[0-9A-Za-z]{15}$/.test(id) && !isOneCase(id)
  return isCased || !/[a-z]/i.test(id) ? undefined : id.toLowerCase()
}
