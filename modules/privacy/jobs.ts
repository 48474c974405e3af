import { erasePerson, forgetAccount } from "#platform/erasure"
import { workspaceJob } from "#platform/jobs"
import { personErased } from "./events.ts"
import { erasures } from "./store.ts"
import { carryOut } from "./tasks.ts"

/** Carries an erasure out, in one transaction: everybody sees all of it or nothing. Done again, it finds nothing and says nothing. */
const erase = workspaceJob({
  ...carryOut,
  run: async ({ erasureId }, { transact }) => {
    await transact(async (tx) => {
      const asked = await erasures.lock(tx, erasureId)
      if (!asked) return
      const rows = await erasePerson(tx, erasureId)
      let accountGone = false
      for (const userId of asked.userIds) accountGone = (await forgetAccount(tx, userId)) || accountGone
      if (asked.doneAt !== null && Object.keys(rows).length === 0 && !accountGone) return
      await tx.record(personErased, { subjectId: erasureId, payload: { rows, accountGone } })
    })
  },
})

export const jobs = [erase]
