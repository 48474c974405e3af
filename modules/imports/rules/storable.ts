/** The beginning of a text as it can be kept: PostgreSQL holds neither NUL nor half a character. */
export const storable = (text: string, most: number): string =>
  text.slice(0, most).toWellFormed().replaceAll("\0", "\ufffd")
