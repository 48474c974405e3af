import type { Id } from "#core/ids"
import { addDays, startOfDayIn } from "#core/time"
import type { DemoChapter } from "#platform/demo"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as events from "./events.ts"
import * as store from "./store.ts"

/** What was asked of one promise and when; the newest miss of that side is meant. */
type Wish = Readonly<{
  of: "host" | "partner"
  how: "asks for a day" | "asks to be let off" | "agreed late" | "recorded alone"
  reason: string
  daysAgo: number
}>

/** A proposal that waits for the partner, one that waits for us, a miss that was re-agreed, and one that only we say was let off. */
const wishes: Readonly<Record<string, readonly Wish[]>> = {
  "Halden Systemhaus": [
    { of: "host", how: "asks for a day", reason: "The figures of the new region come with the year's end", daysAgo: 2 },
    { of: "partner", how: "asks to be let off", reason: "The fair in Stuttgart was called off", daysAgo: 3 },
  ],
  "Copperfield Partners": [
    { of: "host", how: "agreed late", reason: "Our engineer was ill; agreed in the steering meeting", daysAgo: 9 },
  ],
  "Meridian Referrals": [
    { of: "host", how: "recorded alone", reason: "They asked us to leave it out this quarter", daysAgo: 12 },
  ],
}

/** Ten in the morning. */
const officeOpens = 10 * 3_600_000

const newestMiss = async (tx: WorkspaceTx, partnershipId: Id, of: Wish["of"]) => {
  const all = await store.occurrencesBetween(tx, partnershipId, addDays(tx.today, -365), tx.today)
  return all.findLast(
    ({ owedBy, state, clockId, asked }) =>
      owedBy === of && clockId === null && asked === null && (state === "missed" || state === "due"),
  )
}

const wished: DemoChapter = async (tx, { id: partnershipId, name, organizationId, owner }) => {
  for (const { of, how, reason, daysAgo } of wishes[name] ?? []) {
    const row = await newestMiss(tx, partnershipId, of)
    if (!row) continue
    const day = addDays(tx.today, -daysAgo)
    const at = new Date(Date.parse(startOfDayIn(tx.actor.timeZone, day)) + officeOpens).toISOString()
    const { title, owedBy, dueOn, commitmentId, partyId } = row
    const promise = { title, owedBy, dueOn, commitmentId }
    const about = { subjectId: row.id, partnershipId, occurredAt: at }
    const newDueOn = addDays(tx.today, 24)
    const isMoved = how === "asks for a day" || how === "agreed late"
    const kind: "re_date" | "waive" = isMoved ? "re_date" : "waive"
    const proposal = {
      ...{ id: newId(), batchId: newId(), occurrenceId: row.id, partnershipId, partyId, wasDueOn: dueOn, reason },
      ...{ kind, dueOn: isMoved ? newDueOn : null, proposedAt: at },
      proposedBy: of === "host" ? owner.userId : null,
    } as const
    const asked = { ...promise, kind, ...(isMoved ? { newDueOn } : {}), reason }
    await tx.record(events.proposed, { ...about, partyId, payload: asked })
    if (how === "agreed late") {
      await store.insertProposals(tx, [
        { ...proposal, state: "confirmed", answeredPartyId: organizationId, answeredAt: at },
      ])
      const change = { state: "re_agreed", closedOn: null, reportedOn: null, missedOn: dueOn, dueOn: newDueOn } as const
      await store.saveOccurrence(tx, row, { ...change, reDated: row.reDated + 1, note: reason })
      const moved = { ...promise, dueOn: newDueOn, wasDueOn: dueOn, state: "re_agreed", closedOn: null }
      await tx.record(events.reAgreed, {
        ...about,
        partyId: organizationId,
        payload: { ...moved, before: row.state, reason },
      })
    } else if (how === "recorded alone") {
      const agreed = { agreedWith: `Operations at ${name}`, agreedOn: day }
      await store.insertProposals(tx, [{ ...proposal, state: "recorded", ...agreed }])
      const url = "https://mail.example/2026/leave-it-out"
      await store.insertEvidence(tx, row, [{ id: newId(), kind: "link", url, note: "Their mail" }])
      const change = { state: "waived", closedOn: day, reportedOn: null, missedOn: dueOn } as const
      await store.saveOccurrence(tx, row, { ...change, note: reason })
      const payload = { ...promise, state: "waived", closedOn: day, before: row.state, reason }
      await tx.record(events.recordedAlone, { ...about, payload })
    } else await store.insertProposals(tx, [proposal])
  }
}

export const demo: readonly DemoChapter[] = [wished]
