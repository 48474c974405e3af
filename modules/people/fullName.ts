import { textKey } from "#core/textKey"

const isEastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s]+$/u

/**
 * A person's name from its parts, the family's first where it is written in Han, kana or Hangul. A column called "Nom", "Nombre" or "Nome" may
 * hold the whole name or what the other column leaves: what it holds already is not said twice.
 */
export const fullName = (
  whole: string | undefined,
  [given, family]: readonly (string | undefined)[],
): string | undefined => {
  if (whole !== undefined) {
    if (given !== undefined && family !== undefined) return whole
    const [before, after] = [missingIn(whole, given), missingIn(whole, family)]
    return inOrder(before ?? whole, before === undefined ? after : whole)
  }
  return given === undefined && family === undefined ? undefined : inOrder(given, family)
}

const inOrder = (given: string | undefined, family: string | undefined): string => {
  const isFamilyFirst = isEastAsian.test(`${given ?? ""}${family ?? ""}`)
  return (isFamilyFirst ? [family, given] : [given, family]).filter((part) => part !== undefined).join(" ")
}

const missingIn = (whole: string, part: string | undefined): string | undefined => {
  const words = textKey(whole).split(" ")
  return part === undefined ||
    textKey(part)
      .split(" ")
      .every((word) => words.includes(word))
    ? undefined
    : part
}
