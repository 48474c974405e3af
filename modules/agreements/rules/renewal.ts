import { addDays, type PlainDate } from "#core/time"
import { lastNoticeTo, type Running, renewalsUntil, termEnd } from "./notice.ts"
import { type AgreementState, isInForce } from "./term.ts"

/** The agreement of which it is asked; `renewed` counts its renewals so far. */
export type Renewing = Running & Readonly<{ state: AgreementState; renewed: number; isNoticeStanding: boolean }>

/** What a renewal makes of it: from which day on that was certain, and the term that is added. */
export type Renewal = Readonly<{
  certainOn: PlainDate
  startsOn: PlainDate
  endsOn: PlainDate
  firstEndsOn: PlainDate
  renewed: number
}>

/**
 * The renewal that has come: once the last day of notice is over and nobody gave any, or, where no notice was agreed, once its term is.
 * Nothing where it is not known for how long it renews. Asked again until nothing comes, it catches up however long nobody looked.
 */
export const renewalDue = (agreement: Renewing, today: PlainDate): Renewal | undefined => {
  const { endsOn, firstEndsOn, renewed } = agreement
  if (!isInForce(agreement) || !agreement.autoRenews || agreement.isNoticeStanding || endsOn == null) return undefined
  const next = termEnd(agreement, renewed + 1)
  const last = lastNoticeTo(agreement, endsOn) ?? endsOn
  if (next === undefined || last >= today) return undefined
  return {
    certainOn: addDays(last, 1),
    startsOn: addDays(endsOn, 1),
    endsOn: next,
    firstEndsOn: firstEndsOn ?? endsOn,
    renewed: renewed + 1,
  }
}

/** How many renewals reach a day; the number so far where nobody knows for how long it renews. */
export const renewalsUpTo = (agreement: Running & Readonly<{ renewed: number }>, day: PlainDate): number => {
  const renewals = renewalsUntil(agreement, day)
  return termEnd(agreement, renewals) === undefined ? agreement.renewed : renewals
}
