import type { Id } from "#core/ids"

/** What a person decided about a name in a file that no partner has. */
export type PartnerDecision = Readonly<{ use: Id } | { create: true } | { skip: true }>

/** What a person decided about the partners that a file names. */
export type PartnerOptions = Readonly<{
  /** Decisions by the name as it stands in the file. */
  partners?: Readonly<Record<string, PartnerDecision>>
  /** What happens to rows whose partner is not known and for whom nothing was decided. */
  unknownPartners?: "refuse" | "create"
  /** The type of partnerships made for unknown names. */
  partnershipType?: string
}>

/** A name in a file that no partner has, in how many rows, and the partners it may mean. */
export type UnknownPartner = Readonly<{
  name: string
  rows: number
  suggestions: readonly Readonly<{ id: Id; name: string; likeness: number }>[]
}>
