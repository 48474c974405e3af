import type { Subject } from "#platform/subject"
import { tasksById } from "./store.ts"

/** A task can carry files and a thread of its own; one kept to a party keeps them too. */
export const subjects: readonly Subject[] = [
  {
    kind: "task",
    find: async (tx, ids) =>
      (await tasksById(tx, ids)).map(({ id, title, partnershipId, privateTo }) => ({
        ...{ id, name: title, partnershipId, privateTo },
      })),
  },
]
