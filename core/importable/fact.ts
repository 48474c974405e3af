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
  /** What a row says besides what the file lists: it covers its signals, and is no row of the partner's by which others are thought to end early. */
  isBesides?: true
}>
