import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"

/** What a row says something about: whom, when, by which field, and which signals it speaks of. */
export type Fact = Readonly<{
  partnershipId: Id
  /** As the file calls it. */
  partner: string
  day: PlainDate
  field: string
  signals: readonly string[]
}>
