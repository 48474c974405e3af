import type { Id } from "#core/ids"
import type { DateFormat, DecimalFormat } from "./formats.ts"
import type { ImportKind } from "./kind.ts"

/** What a person decided about a name that no partner has. */
export type PartnerDecision = Readonly<{ use: Id } | { create: true } | { skip: true }>

/** What a person decided about one file; everything left out is found out from the file. */
export type RunOptions = Readonly<{
  kind?: ImportKind
  sheet?: string
  encoding?: string
  delimiter?: string
  /** One field key per column, null for a column that is not read. */
  mapping?: readonly (string | null)[]
  /** Answers for columns that could be read in two ways, by column number. */
  formats?: Readonly<Record<string, { dates?: DateFormat; decimals?: DecimalFormat }>>
  /** Answers for the whole file; a column's own answer wins. */
  dateOrder?: "dmy" | "mdy" | "ymd"
  decimals?: "point" | "comma"
  /** The currency of amounts that name none. */
  currency?: string
  /** Decisions by the name as it stands in the file. */
  partners?: Readonly<Record<string, PartnerDecision>>
  /** What happens to rows whose partner is not known and for whom nothing was decided. */
  unknownPartners?: "refuse" | "create"
  /** The type of partnerships made for unknown names. */
  partnershipType?: string
}>
