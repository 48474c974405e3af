/** The share of a text's characters, 0 to 1, that are control characters no table holds. */
export const controlShare = (text: string): number => {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 9 || (code > 13 && code < 32)) count++
  }
  return text === "" ? 0 : count / text.length
}
