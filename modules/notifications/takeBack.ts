import { personNow } from "#modules/partnerships"
import type { Contributed } from "#platform/contributed"
import { eventPayload, workspaceJob } from "#platform/jobs"
import * as store from "./store.ts"

/**
 * Takes unread news of what is gone out of the list, so that no number stands for something that cannot be found any more. Each is
 * asked as whoever it was told to; what was read stays in the table, and what comes back is told anew.
 */
export const takeBack = ({ news }: Contributed) => {
  const all = news.flatMap(({ kind, isStillThere, endsWith }) =>
    isStillThere && endsWith ? [{ kind, isStillThere, on: [endsWith.on].flat() }] : [],
  )
  return workspaceJob({
    name: "notifications.take-back",
    payload: eventPayload,
    on: [...new Set(all.flatMap(({ on }) => on))],
    run: async ({ kind, subjectId }, { platform, system, transact }) => {
      for (const { isStillThere, on, kind: of } of all) {
        if (!on.some((each) => each.kind === kind)) continue
        const unread = await transact((tx) => store.unreadAbout(tx, of, subjectId))
        for (const { id, userId, payload } of unread) {
          const reader = await personNow(platform, system, userId)
          const stays = reader && (await platform.transact(reader, (tx) => isStillThere(tx, payload), "read"))
          if (!stays) await transact((tx) => store.removeUnread(tx, id))
        }
      }
    },
  })
}
