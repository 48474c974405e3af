/** English has the order that Unicode gives all scripts together (CLDR's root), as the database's lists have it. */
const root = new Intl.Collator("en")

/**
 * Names in the order in which a reader looks for them: Ä beside A, small beside capital, kana as they are recited. The same on every
 * machine and for every reader, so that a list put together here goes on as one that the database ordered.
 */
export const inReadingOrder = (one: string, other: string): number =>
  root.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0)
