/** Signs of such scripts may be joined or kept apart by marks that cannot be seen: in Persian, Hindi and emoji they are spelling. */
const joining =
  "\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Mongolian}\\p{Script=Khmer}\\p{Extended_Pictographic}\\p{M}\\p{Emoji_Modifier}"
/** Soft hyphens, spaces without width, byte order marks, marks of direction, tags. */
const hidden =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0001}\u{e0020}-\u{e007f}]/gu
const looseJoiner = new RegExp(`(?<![${joining}])[\\u200c\\u200d]|[\\u200c\\u200d](?![${joining}])`, "gu")
const oddSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
const isPlain = /^[\x20-\x7e]*$/

/** A text without what cannot be seen in it; odd spaces are spaces. Line breaks stay. */
export const visibleText = (text: string): string =>
  isPlain.test(text)
    ? text.trim()
    : text
        .replace(/[\u2028\u2029\u0085]/g, "\n")
        .replace(oddSpace, " ")
        .replace(hidden, "")
        .replace(looseJoiner, "")
        .trim()

/** The same on one line, with single spaces: how a name, a title and an id are kept. */
export const visibleLine = (text: string): string => visibleText(text).replace(/\s+/g, " ")
