import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { newId } from "#platform/ids"
import type { Row } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { noticeGiven } from "../events.ts"
import { todayOf } from "../noticeReckoner.ts"
import { decideNotice } from "../rules.ts"
import * as store from "../store.ts"
import { heedNotice } from "./heed.ts"

type Agreement = Row<typeof store.agreements>
export type Days = Readonly<{ givenOn: PlainDate; receivedOn: PlainDate }>

/** On which day notice with these days would end the agreement as it stands now, or why it would not. */
export const decideGiven = async (tx: WorkspaceTx, agreement: Agreement, days: Days, endsOn: PlainDate) => {
  const countsOn = agreement.noticeCounts === "given" ? days.givenOn : days.receivedOn
  const isNoticeStanding = (await store.standingNotice(tx, agreement.id)) !== undefined
  const asked = { countsOn, today: todayOf(tx, agreement), endsOn }
  const decided = decideNotice({ ...agreement, isNoticeStanding }, asked)
  return isRefusal(decided) ? decided : { ...decided, countsOn }
}

type Noted = Readonly<{ partyId: Id; days: Days; countsOn: PlainDate; endsOn: PlainDate; reason: string | undefined }>

/** Writes a notice that was decided, and ends the agreement by it where whoever writes it may. */
export const recordNotice = async (
  tx: WorkspaceTx,
  agreement: Agreement,
  { partyId, days, countsOn, endsOn, reason }: Noted,
) => {
  const { id: agreementId, partnershipId, title, endsOn: before } = agreement
  const id = await store.insertNotice(tx, {
    ...{ id: newId(), partnershipId, agreementId, partyId, ...days, countsOn, endsOn },
    ...{ beforeEndsOn: before, beforeFirstEndsOn: agreement.firstEndsOn, beforeRenewed: agreement.renewed },
    ...{ reason: reason ?? null, givenBy: tx.actor.userId ?? null },
  })
  const notice = id === undefined ? undefined : await store.notices.find(tx, id)
  if (!notice) return refuse("notice-stands")
  // Whoever edits agreements ends it at once; of a company's notice the job that hears of it does.
  if (tx.actor.side === "host") await heedNotice(tx, agreement, notice)
  await tx.record(noticeGiven, {
    ...{ subjectId: agreementId, partnershipId, party: partyId },
    payload: { title, noticeId: notice.id, ...days, countsOn, endsOn, before },
  })
  return true
}
