const isPlain = /^[\x20-\x7e]*$/
const hidden = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const digit = /\p{Nd}/u
const wide = /[\uff01-\uff5e]/g

/**
 * A number or a day in the digits and signs that are read here: Arabic, Persian, Indian, Thai and full-width digits, hyphens that do not
 * break, a typographic minus, the decimal and group marks of Arabic; marks of direction, which programs write around days, are left out.
 */
export const plainSigns = (text: string): string =>
  isPlain.test(text)
    ? text
    : text
        .replace(hidden, "")
        .replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
        .replace(/\P{ASCII}/gu, (sign) => signs[sign] ?? (digit.test(sign) ? worthOf(sign) : sign))

const signs: Readonly<Record<string, string>> = {
  ...{ "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-", "\ufe63": "-" },
  ...{ "\u066b": ".", "\u066c": "'", "\u060c": ",", "\u066a": "%", "\u3000": " " },
}

/** Unicode keeps the ten digits of a script side by side, from nought to nine. */
const worthOf = (sign: string): string => {
  const code = sign.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && digit.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}
