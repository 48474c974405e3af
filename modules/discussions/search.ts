import type { Searchable } from "#platform/searchable"
import { threadKey } from "./place.ts"
import { excerptOf, wordsOf } from "./rules.ts"
import * as store from "./store.ts"

/** Names come first: words in a comment say less of what somebody looks for. */
const nearness = 0.4

/** Comments by their words, each with who wrote it and where. */
export const search: readonly Searchable[] = [
  {
    kind: "comment",
    find: async (tx, text) => {
      const words = wordsOf(text)
      const comments = await store.commentsSaying(tx, words)
      const threads = new Map(
        (
          await store.threadsById(
            tx,
            comments.map(({ threadId }) => threadId),
          )
        ).map((thread) => [thread.id, thread]),
      )
      const nameOf = await store.partnershipNames(
        tx,
        comments.map(({ partnershipId }) => partnershipId),
      )
      return comments.flatMap(({ id, threadId, partnershipId, body, authorName }) => {
        const thread = threads.get(threadId)
        return thread
          ? [
              {
                ...{ id, name: excerptOf(body ?? "", words), organizationId: null, nearness },
                detail: [authorName, nameOf.get(partnershipId)].filter((each) => each !== undefined).join(" · "),
                ...{ partnershipId, thread: threadKey(thread) },
              },
            ]
          : []
      })
    },
  },
]
