/** How the dates of a column are written; "ambiguous" reads only what can be read in one way. */
export type DateFormat = "iso" | "dmy" | "mdy" | "ymd" | "excel-serial" | "ambiguous"

/** How the numbers of a column mark decimals; "ambiguous" reads only what can be read in one way. */
export type DecimalFormat = "point" | "comma" | "ambiguous"

export type ColumnFormat = Readonly<{ dates: DateFormat; decimals: DecimalFormat }>

/** The format of a column about which nothing is known: nothing is guessed. */
export const unknownFormat: ColumnFormat = { dates: "ambiguous", decimals: "ambiguous" }
