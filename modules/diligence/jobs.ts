import type { System } from "#core/actor"
import { findPartnership, partiesNow, partnershipMoved, partyLeft } from "#modules/partnerships"
import { eventPayload, everyWorkspace, untilDone, workspaceJob } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import { diligenceExpired, diligenceExpiring } from "./events.ts"
import { restItems, type Turn, turnItems } from "./store.ts"

const perBatch = 100

/** One batch of items whose last day is near or has passed; true while there may be more. */
const turn =
  (what: Turn) =>
  async (tx: Tx<System>): Promise<boolean> => {
    const turned = await turnItems(tx, what, perBatch)
    const event = what === "expired" ? diligenceExpired : diligenceExpiring
    // One by one: each is heard of by whoever follows it up.
    for (const { id, name, kind, validThrough } of turned)
      await tx.record(event, { subjectId: id, payload: { name, kind, on: validThrough } })
    return turned.length === perBatch
  }

/** It looks every hour, because midnight comes to each workspace at its own time; what nobody was told of yet is told, however long ago it was. */
const turnDay = everyWorkspace({
  name: "diligence.turn-day",
  cron: "35 * * * *",
  visit: async (context) => {
    for (const what of ["expired", "expiring"] as const) await untilDone(context, turn(what))
  },
})

/** Whoever stops working with a company is not reminded of its papers any more, and again when that goes on. */
const partnershipTurned = workspaceJob({
  name: "diligence.partnership-moved",
  payload: eventPayload,
  on: [partnershipMoved, partyLeft],
  run: ({ kind, subjectId, partnershipId }, { transact }) =>
    transact(async (tx) => {
      const partnership = partnershipId === null ? undefined : await findPartnership(tx, partnershipId)
      if (!partnership) return
      const companies = kind === partyLeft.kind ? [subjectId] : (await partiesNow(tx, partnership)).companies
      for (const company of companies) await restItems(tx, company, false)
    }),
})

export const jobs = [turnDay, partnershipTurned]
