/** The figures of a picture as a table: for those who cannot see it, and for the CSV file. */
export type ChartTable = { columns: readonly string[]; rows: readonly (readonly (string | number | null)[])[] }
