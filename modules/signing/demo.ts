import { addDays, startOfDayIn } from "#core/time"
import { draftsOf, latestHeld } from "#modules/agreements"
import { peopleOfParty } from "#modules/workspaces"
import { accountById } from "#platform/accounts"
import type { DemoChapter } from "#platform/demo"
import { newId } from "#platform/ids"
import * as store from "./store.ts"

/** What both sides hold is being signed: whoever looks after the partnership has, and it is the partner's turn. */
export const demo: DemoChapter = async (tx, { id: partnershipId, organizationId, owner, today }) => {
  const { workspaceId, timeZone } = tx.actor
  const [partner] = await peopleOfParty(tx, organizationId)
  const [hostAccount, account] = [
    await accountById(tx, owner.userId),
    partner ? await accountById(tx, partner.userId) : undefined,
  ]
  if (!hostAccount || !account) return
  const day = (days: number) => startOfDayIn(timeZone, addDays(today, days))
  for (const draft of await draftsOf(tx, partnershipId)) {
    const latest = await latestHeld(tx, draft.id)
    if (draft.state !== "in_review" || latest === undefined || latest.agreedBy.length === 0) continue
    const round = await store.insertRound(tx, {
      ...{ id: newId(), partnershipId, draftId: draft.id, versionId: latest.id, hash: latest.hash, state: "open" },
      ...{ isOrdered: true, mayHandOver: true, startedBy: owner.userId, startedAt: day(-2) },
    })
    const of = { partnershipId, signingId: round.id, addedAt: day(-2) }
    // One after the other: each is asked when it is their turn.
    const asked = (since: number) => ({ askedAt: day(since), remindedAt: day(since) })
    await store.insertSigner(tx, {
      ...{
        ...of,
        ...asked(-2),
        id: newId(),
        partyId: workspaceId,
        place: 1,
        name: owner.name,
        email: hostAccount.email,
      },
      ...{ userId: owner.userId, state: "signed", method: "sign_in", doneAt: day(-1) },
      mark: JSON.stringify({ kind: "typed", text: owner.name }),
    })
    await store.insertSigner(tx, {
      ...{
        ...of,
        ...asked(-1),
        id: newId(),
        partyId: organizationId,
        place: 2,
        name: account.name,
        email: account.email,
      },
      ...{ userId: account.id, state: "waiting" },
    })
  }
}
