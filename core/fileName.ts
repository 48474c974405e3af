/** Longest name that is kept: what every file system takes, in the longest of UTF-8, with room for a number behind it. */
const mostCharacters = 200

/** Characters that turn the direction of what follows: with them "invoice‮fdp.exe" reads as a PDF. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** What no name shows: control characters, line ends, the mark of byte order. Joiners stay, emoji are made of them. */
const unseen = /[\p{Cc}\u2028\u2029\ufeff]/gu
/** What Windows takes in no name. */
const reserved = /[<>:"|?*]/g

/**
 * The name of an uploaded file as it is kept, shown and handed out again: no path, nothing that cannot be seen, nothing that a
 * file system refuses, short enough and with its ending. "file" where nothing is left.
 */
export const cleanFileName = (given: string): string => {
  const last = given.split(/[/\\]/).at(-1) ?? ""
  const seen = last.toWellFormed().normalize("NFC").replaceAll(directions, "").replaceAll(unseen, " ")
  const name = seen
    .replaceAll(reserved, "_")
    .replaceAll(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
  return name === "" ? "file" : shortened(name)
}

/** What follows the last dot, in small letters; "" where there is none. */
export const extensionOf = (name: string): string => /\.([^. ]{1,20})$/.exec(name)?.[1]?.toLowerCase() ?? ""

/** As people see them: an emoji of a family is one. */
const characters = new Intl.Segmenter()

const shortened = (name: string): string => {
  if (name.length <= mostCharacters) return name
  const ending = extensionOf(name)
  const room = mostCharacters - (ending === "" ? 0 : ending.length + 1)
  let kept = ""
  for (const { segment } of characters.segment(name)) {
    if (kept.length + segment.length > room) break
    kept += segment
  }
  return ending === "" ? kept : `${kept.trimEnd()}.${ending}`
}
