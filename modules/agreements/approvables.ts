import { isRefusal } from "#core/refusal"
import type { Approvable } from "#platform/approvable"
import { textSigned } from "./approving.ts"
import { terminationIntent } from "./contract.ts"
import { ending } from "./ending.ts"
import { ownNotice } from "./notice/approvable.ts"
import { decideTermination } from "./rules.ts"
import * as store from "./store.ts"
import { terminate } from "./terminate.ts"

/** Ending an agreement before its time. */
export const termination: Approvable = {
  ...ending,
  kind: "agreement.termination",
  carryOut: async (tx, id, intent) => {
    const row = await store.agreements.lock(tx, id)
    if (!row) return { refusal: "not-found" }
    const { endsOn, reason } = terminationIntent.parse(intent)
    const allowed = decideTermination(row, endsOn)
    if (isRefusal(allowed)) return allowed
    await terminate(tx, row, { endsOn, reason })
    return true
  },
}

export const approvables = [termination, ownNotice, textSigned]
