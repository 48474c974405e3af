import { keepErasure } from "#platform/backup/erasures"
import { erasePerson, forgetAccount } from "#platform/erasure"
import { everyWorkspace, untilDone, workspaceJob } from "#platform/jobs"
import { personErased, retentionHeld } from "./events.ts"
import { chosenDays, erasures } from "./store.ts"
import { carryOut } from "./tasks.ts"

/** Carries an erasure out, in one transaction: everybody sees all of it or nothing. Done again, it finds nothing and says nothing. */
const erase = workspaceJob({
  ...carryOut,
  run: async ({ workspaceId, erasureId }, { platform, transact }) => {
    await transact(async (tx) => {
      const asked = await erasures.lock(tx, erasureId)
      if (!asked) return
      const rows = await erasePerson(tx, erasureId)
      let accountGone = false
      for (const userId of asked.userIds) accountGone = (await forgetAccount(tx, userId)) || accountGone
      if (asked.doneAt !== null && Object.keys(rows).length === 0 && !accountGone) return
      // Before the commit: nobody is erased whom a restored backup would bring back.
      const { id, userIds, memberIds, partnerUserIds, contactIds, askedAt } = asked
      const kept = { workspaceId, id, userIds, memberIds, partnerUserIds, contactIds, askedAt }
      await keepErasure(platform.config.folder, kept)
      await tx.record(personErased, { subjectId: erasureId, payload: { rows, accountGone } })
    })
  },
})

const dayMs = 86_400_000

/** Deletes what has been kept for its time. Each batch of a kind is a transaction of its own, written down with it; a kind that fails keeps no other. */
const retain = everyWorkspace({
  name: "privacy.retain",
  cron: "20 3 * * *",
  visit: async ({ platform, transact, system, signal }) => {
    const faults: unknown[] = []
    const { retained, belongings } = platform.contributed
    for (const { kind, usualDays, forget } of retained) {
      if (signal.aborted) return
      await untilDone({ transact, signal }, async (tx) => {
        const days = (await chosenDays(tx)).get(kind) ?? usualDays
        const before = new Date(Date.parse(tx.now) - days * dayMs).toISOString()
        const deleted = await forget(tx, before, belongings)
        const payload = { deleted: { [kind]: deleted } }
        if (deleted > 0) await tx.record(retentionHeld, { subjectId: system.workspaceId, payload })
        return deleted > 0
      }).catch((fault: unknown) => faults.push(fault))
    }
    if (faults.length > 0) throw new AggregateError(faults, "not everything could be deleted whose time is over")
  },
})

export const jobs = [erase, retain]
