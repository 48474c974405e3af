import { addDays } from "#core/time"
import { findPartnership } from "#modules/partnerships"
import { readStored } from "#modules/signals"
import { action } from "#platform/action"
import * as contract from "../contract.ts"
import { lossesForHost } from "../lossView.ts"
import { mayReadDrift } from "../policy.ts"
import { lastWeekKnown, leastLike, longestPast } from "../rules.ts"
import { findFinding, unaffectedLike } from "../store.ts"

/** Like partnerships read at most: each is compared with all others. */
const mostLike = 40

const loss = action(contract.getDriftLoss, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayReadDrift,
  act: async ({ tx }, { id, type, currency }) => {
    const stored = await findFinding(tx, id)
    const onset = stored?.finding.onset
    if (!stored?.drifting || !onset) return { asOf: null, needed: leastLike, losses: [] }
    const { asOf, finding } = stored
    const since = addDays(onset.low, -7 * longestPast)
    const like = await readStored(tx, await unaffectedLike(tx, { id, type, since, size: mostLike }))
    const own = await readStored(tx, [id])
    const compared = { finding: { ...finding, onset }, currency, lastWeek: lastWeekKnown(asOf), own, like }
    return { asOf, needed: leastLike, losses: lossesForHost(compared) }
  },
})

export const lossActions = [loss]
