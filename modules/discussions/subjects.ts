import type { Subject } from "#platform/subject"
import * as store from "./store.ts"

/** A comment, for what is attached to it. What was removed has nothing attached any more. */
export const subjects: readonly Subject[] = [
  {
    kind: "comment",
    find: async (tx, ids) =>
      (await store.standingComments(tx, ids)).map(({ id, authorId, authorName, partnershipId, privateTo }) => ({
        ...{ id, name: authorName, partnershipId, privateTo, addedToBy: authorId },
      })),
  },
]
