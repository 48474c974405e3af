import type { System } from "#core/actor"
import { everyWorkspace, untilDone } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import { agreementExpired } from "./events.ts"
import * as store from "./store.ts"

const perBatch = 200

const expireSome = async (tx: Tx<System>): Promise<boolean> => {
  const over = await store.lockOver(tx, tx.today, perBatch)
  for (const { id, partnershipId, title, endsOn } of over) {
    await store.saveAgreement(tx, id, { state: "expired" })
    await tx.record(agreementExpired, { subjectId: id, partnershipId, payload: { title, endsOn } })
  }
  return over.length === perBatch
}

/** Agreements whose last day has passed and that do not renew themselves are over. */
const expire = everyWorkspace({
  name: "agreements.expire",
  cron: "10 * * * *",
  visit: (context) => untilDone(context, expireSome),
})

export const jobs = [expire]
