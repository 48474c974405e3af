import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import * as contract from "../contract.ts"
import { queueOf, scan as scanJob } from "../jobs.ts"
import { mayJudgeDrift, mayReadDrift } from "../policy.ts"
import { countPartnerships, findScan, insertScan, latestScans } from "../store.ts"

const start = action(contract.startScan, {
  load: nothing,
  may: mayJudgeDrift,
  act: async ({ tx, actor }, _nothing, { isFull }) => {
    const requestedBy = "userId" in actor ? (actor.userId ?? null) : null
    const partnershipsTotal = await countPartnerships(tx, isFull)
    const scan = await insertScan(tx, { id: newId(), asOf: tx.today, isFull, partnershipsTotal, requestedBy })
    const { workspaceId } = actor
    await tx.enqueue(scanJob, { workspaceId, scanId: scan.id }, { queue: queueOf(workspaceId) })
    return scan
  },
})

const get = action(contract.getScan, {
  load: (tx, { scan }) => findScan(tx, scan),
  may: mayReadDrift,
  act: async (_context, scan) => scan,
})

const list = action(contract.listScans, {
  load: latestScans,
  may: mayReadDrift,
  act: async (_context, items) => ({ items }),
})

export const scanActions = [start, get, list]
