import { z } from "zod"
import type { System } from "#core/actor"
import { allWorkspaces } from "#modules/workspaces"
import { job } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import * as store from "./store.ts"

const perBatch = 200

const expireSome = async (tx: Tx<System>): Promise<number> => {
  const over = await store.lockOver(tx, tx.today, perBatch)
  for (const { id, partnershipId, title, endsOn } of over) {
    await store.saveAgreement(tx, id, { state: "expired" })
    await tx.record("agreement.expired", {
      subjectType: "agreement",
      subjectId: id,
      partnershipId,
      payload: { title, endsOn },
    })
  }
  return over.length
}

/** Agreements whose last day has passed and that do not renew themselves are over. Hourly, because midnight differs by workspace. */
const expire = job({
  name: "agreements.expire",
  payload: z.object({}),
  cron: "10 * * * *",
  run: async (_payload, { platform, signal }) => {
    for (const { id, timeZone } of await platform.transact({ kind: "anonymous" }, allWorkspaces)) {
      const system: System = { kind: "system", side: "host", workspaceId: id, timeZone, job: "agreements.expire" }
      while (!signal.aborted && (await platform.transact(system, expireSome)) === perBatch);
    }
  },
})

export const jobs = [expire]
