import type { ColumnType } from "kysely"

/** jsonb: read as a parsed value, written as JSON text. */
export type JsonColumn = ColumnType<unknown, string, string>
