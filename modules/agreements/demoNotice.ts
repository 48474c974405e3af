import { isRefusal } from "#core/refusal"
import { addDays } from "#core/time"
import type { DemoChapter } from "#platform/demo"
import { newId } from "#platform/ids"
import { heedNotice } from "./notice/heed.ts"
import { noticeReckoner } from "./noticeReckoner.ts"
import { decideNotice } from "./rules.ts"
import * as store from "./store.ts"

/** Agreed in Tokyo: to the end of a half-year, in that city's days. */
const halfYearly: DemoChapter = async (tx, { id }) => {
  const [agreement] = await store.agreementsOf(tx, id)
  if (!agreement) return
  const said = { noticeDays: null, noticeMonths: 3, noticeTo: "half_year", timeZone: "Asia/Tokyo" } as const
  const term = { ...agreement, ...said }
  await store.agreements.save(tx, agreement.id, { ...said, ...(await noticeReckoner(tx))(term) })
}

/** A partner that fell silent wrote at last that it does not go on. */
const endedByLetter: DemoChapter = async (tx, { id: partnershipId, organizationId, today, owner }) => {
  const agreement = (await store.agreementsOf(tx, partnershipId)).find(({ state }) => state === "in_force")
  if (!agreement) return
  const renewing = await store.agreements.save(tx, agreement.id, { autoRenews: true, renewalMonths: 12 })
  const [givenOn, receivedOn] = [addDays(today, -9), addDays(today, -6)]
  const decided = decideNotice({ ...renewing, isNoticeStanding: false }, { countsOn: receivedOn, today })
  if (isRefusal(decided)) return
  const id = await store.insertNotice(tx, {
    ...{ id: newId(), partnershipId, agreementId: agreement.id, partyId: organizationId },
    ...{ givenOn, receivedOn, countsOn: receivedOn, endsOn: decided.endsOn },
    ...{ beforeEndsOn: renewing.endsOn, beforeFirstEndsOn: renewing.firstEndsOn, beforeRenewed: renewing.renewed },
    ...{ givenBy: owner.userId, reason: "Their product goes another way; they thank us for two good years." },
  })
  const notice = id === undefined ? undefined : await store.notices.find(tx, id)
  if (notice) await heedNotice(tx, renewing, notice)
}

const tellers: Readonly<Record<string, DemoChapter>> = { "Sakura Systems": halfYearly, Connectly: endedByLetter }

/** How notice was agreed with one, and that another gave it. */
export const noticeTold: DemoChapter = async (tx, of) => tellers[of.name]?.(tx, of)
