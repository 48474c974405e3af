import { partyOf, type WorkspaceActor } from "#core/actor"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { askApproval, voidApprovals } from "#modules/approvals"
import { findPartnership, partyMeant } from "#modules/partnerships"
import { action, whoeverSeesIt } from "#platform/action"
import type { Row } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { noticeWithdrawn } from "../events.ts"
import { todayOf } from "../noticeReckoner.ts"
import { mayEditAgreements, mayGiveNotice } from "../policy.ts"
import { decideOpen } from "../rules.ts"
import * as store from "../store.ts"
import { ownNotice } from "./approvable.ts"
import { unheedNotice } from "./heed.ts"
import { decideGiven, recordNotice } from "./record.ts"
import { noticeState } from "./view.ts"

const get = action(contract.getNotice, {
  load: (tx, { agreement }) => store.agreements.find(tx, agreement),
  may: whoeverSeesIt,
  act: ({ tx }, agreement, { countsOn }) => noticeState(tx, agreement, countsOn),
})

type Agreement = Row<typeof store.agreements>
type Said = Readonly<{
  side?: "host" | "partner" | undefined
  party?: string | undefined
  givenOn?: PlainDate | undefined
  receivedOn?: PlainDate | undefined
}>

/** Whose notice it is: one's own, or, of what the host records, that of the party it names. */
const partyGiving = async (tx: WorkspaceTx, { partnershipId }: Agreement, { side, party }: Said) => {
  if (tx.actor.side === "partner" || side !== "partner") return partyOf(tx.actor)
  const partnership = await findPartnership(tx, partnershipId)
  return partnership ? partyMeant(tx, partnership, "partner", party) : partyOf(tx.actor)
}

type DayRefusal = Refusal<"only-today" | "received-before-given">

/** When it was given and received; who gives it here gives it today, and the host knows of days on which it came by letter. */
const daysSaid = (actor: WorkspaceActor, { givenOn, receivedOn }: Said, today: PlainDate) => {
  const isElsewhere = [givenOn, receivedOn].some((day) => day !== undefined && day !== today)
  if (actor.side === "partner" && isElsewhere) return refuse("only-today", { field: "receivedOn" }) as DayRefusal
  const days = { givenOn: givenOn ?? receivedOn ?? today, receivedOn: receivedOn ?? givenOn ?? today }
  return days.receivedOn < days.givenOn
    ? (refuse("received-before-given", { field: "receivedOn" }) as DayRefusal)
    : days
}

const give = action(contract.giveNotice, {
  // A company's people do not change agreements: of two notices the second finds no room.
  load: (tx, { agreement }) =>
    tx.actor.side === "host" ? store.agreements.lock(tx, agreement) : store.agreements.find(tx, agreement),
  may: mayGiveNotice,
  act: async ({ tx, actor, platform }, agreement, { agreement: _, endsOn: wanted, reason, ...said }) => {
    const today = todayOf(tx, agreement)
    const partyId = await partyGiving(tx, agreement, said)
    if (isRefusal(partyId)) return partyId
    const days = daysSaid(actor, said, today)
    if (isRefusal(days)) return days
    const decided = await decideGiven(tx, agreement, days, wanted)
    if (isRefusal(decided)) return decided
    const { endsOn } = decided
    if (partyId === actor.workspaceId) {
      const isElsewhere = days.givenOn < today
      const intent = { endsOn, ...days, isElsewhere, ...(reason === undefined ? {} : { reason }) }
      const asked = await askApproval(tx, platform.texts, ownNotice, { subjectId: agreement.id, intent })
      if (isRefusal(asked)) return asked
      if (asked) return noticeState(tx, agreement)
    }
    const recorded = await recordNotice(tx, agreement, { ...decided, partyId, days, reason })
    if (isRefusal(recorded)) return recorded
    await voidApprovals(tx, "agreement", agreement.id)
    return noticeState(tx, agreement)
  },
})

const withdraw = action(contract.withdrawNotice, {
  load: (tx, { agreement }) => store.agreements.lock(tx, agreement),
  may: mayEditAgreements,
  act: async ({ tx, actor }, agreement, { reason }) => {
    const open = decideOpen(agreement)
    if (isRefusal(open)) return open
    const notice = await store.standingNotice(tx, agreement.id)
    if (!notice) return refuse("no-notice-stands")
    await store.notices.save(tx, notice.id, {
      ...{ withdrawnAt: tx.now, withdrawnBecause: reason, withdrawnBy: actor.userId ?? null },
    })
    if (notice.heededAt !== null) await unheedNotice(tx, agreement, notice)
    const { id, partnershipId, title } = agreement
    await tx.record(noticeWithdrawn, {
      ...{ subjectId: id, partnershipId },
      payload: { title, noticeId: notice.id, endsOn: notice.endsOn, again: notice.beforeEndsOn, reason },
    })
    const after = await store.agreements.find(tx, id)
    return noticeState(tx, after ?? agreement)
  },
})

export const noticeActions = [get, give, withdraw]
