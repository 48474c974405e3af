import type { Subject } from "#platform/subject"
import * as store from "./store.ts"

/** Who signs, for the links that are mailed to them. */
export const subjects: readonly Subject[] = [
  {
    kind: "agreement_signer",
    find: async (tx, ids) => {
      const rows = await store.signersNamed(tx, ids)
      return rows.map(({ id, name, partnershipId }) => ({ id, name, partnershipId, privateTo: null }))
    },
  },
]
