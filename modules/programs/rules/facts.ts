import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"

/** A deal that was won. What is not known of it is null: without its amount, or a rate of its day, it can not be counted. */
export type WonDeal = Readonly<{ id: Id; wonOn: PlainDate | null; amountMinor: number | null }>

/** A value of a metric for a period. */
export type Measured = Readonly<{ id: Id; metric: string; periodStart: PlainDate; periodDays: number; value: number }>

/** A certificate of one person; valid through its last day, or for good. */
export type Certificate = Readonly<{
  id: Id
  contactId: Id
  kind: string
  issuedOn: PlainDate
  validUntil: PlainDate | null
}>

/** From when to when an agreement was in force; without a last day it still is. */
export type InForce = Readonly<{ id: Id; startsOn: PlainDate; endsOn: PlainDate | null }>

/** What somebody said by hand of a requirement. */
export type Said = Readonly<{ isMet: boolean; on: PlainDate }>

/** Everything that an evaluation of one partnership reads. */
export type Facts = Readonly<{
  /** Null where no deal of theirs, won or not, was ever recorded: then nobody knows what they sell. */
  deals: readonly WonDeal[] | null
  measured: readonly Measured[]
  certificates: readonly Certificate[]
  agreements: readonly InForce[]
  byHand: Readonly<Record<string, Said>>
}>

/** A certificate holds from the day it was issued through its last day. */
export const isValidOn = ({ issuedOn, validUntil }: Omit<Certificate, "kind">, on: PlainDate): boolean =>
  issuedOn <= on && (validUntil === null || on <= validUntil)
