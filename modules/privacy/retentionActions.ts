import type { WorkspaceActor } from "#core/actor"
import { isRefusal } from "#core/refusal"
import { action, nothing } from "#platform/action"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { retentionChanged } from "./events.ts"
import { mayReadPersonalData } from "./policy.ts"
import { decideDays } from "./rules.ts"
import { chooseDays, chosenDays } from "./store.ts"

const retentionFor = async (tx: WorkspaceTx, actor: WorkspaceActor, { contributed }: ActPlatform) => {
  const chosen = await chosenDays(tx)
  return {
    items: contributed.retained.map(({ kind, usualDays, leastDays, mostDays }) => ({
      ...{ kind, usualDays, leastDays, mostDays },
      days: chosen.get(kind) ?? usualDays,
    })),
    abilities: { change: mayReadPersonalData(actor) },
  }
}

const get = action(contract.getRetention, {
  load: nothing,
  may: mayReadPersonalData,
  act: ({ tx, actor, platform }) => retentionFor(tx, actor, platform),
})

const set = action(contract.setRetention, {
  load: nothing,
  may: mayReadPersonalData,
  act: async ({ tx, actor, platform }, _nothing, { keeps, days }) => {
    const retained = platform.contributed.retained.find(({ kind }) => kind === keeps)
    const allowed = decideDays(retained, days)
    if (isRefusal(allowed)) return allowed
    const before = (await chosenDays(tx)).get(keeps) ?? retained?.usualDays ?? days
    await chooseDays(tx, keeps, days)
    const { workspaceId } = actor
    await tx.record(retentionChanged, { subjectId: workspaceId, payload: { kind: keeps, before, after: days } })
    return retentionFor(tx, actor, platform)
  },
})

export const retentionActions = [get, set]
