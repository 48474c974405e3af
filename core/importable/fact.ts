import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"

/** What a row says something about: whom, when, by which field, and which signals it speaks of. */
export type Fact = Readonly<{
  partnershipId: Id
  /** As the file calls it. */
  partner: string
  on: PlainDate | Instant
  field: string
  signals: readonly string[]
}>
