import { type Expression, sql } from "kysely"

/**
 * A text in the order in which a reader looks for it (#core/readingOrder), to be ordered by and compared with a place in that order. The
 * database itself orders by code point, where Ä stands behind Z; what is equal, unique and alike stays as it is there.
 */
export const asRead = (text: Expression<unknown>) => sql<string>`${text} collate "und-x-icu"`

/** The same of a column: `orderBy(byReading("name"))`. */
export const byReading = (column: string) => asRead(sql.ref(column))
