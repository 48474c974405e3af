import { forgetOutside } from "#modules/files"
import { forgetLinks } from "#modules/links"
import type { Retained } from "#platform/retained"
import { applicationByLink } from "./applying/stateLink.ts"
import * as store from "./store.ts"

const atOnce = 200

/** What strangers said of themselves and nobody wanted, with its files and to whom its links were mailed; what is held back waits for a person. */
const discarded: Retained = {
  kind: "discarded_application",
  usualDays: 180,
  leastDays: 7,
  mostDays: 1_095,
  forget: async (tx, before) => {
    const ids = await store.discardedBefore(tx, before, atOnce)
    if (ids.length === 0) return 0
    await forgetOutside(tx, "application", ids)
    await forgetLinks(tx, applicationByLink, ids)
    await store.deleteApplications(tx, ids)
    return ids.length
  },
}

export const retained = [discarded]
