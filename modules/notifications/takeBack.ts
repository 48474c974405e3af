import { personNow } from "#modules/partnerships"
import type { Contributed } from "#platform/contributed"
import { eventPayload, workspaceJob } from "#platform/jobs"
import * as store from "./store.ts"

/**
 * Takes unread news of what is gone out of the list, so that no number stands for something that cannot be found any more. Each is
 * asked as whoever it was told to; what was read stays in the table, and what comes back is told anew.
 */
export const takeBack = ({ news }: Contributed) => {
  const all = news.flatMap(({ kind, areStillThere, endsWith }) =>
    areStillThere && endsWith ? [{ kind, areStillThere, on: [endsWith.on].flat() }] : [],
  )
  return workspaceJob({
    name: "notifications.take-back",
    payload: eventPayload,
    on: [...new Set(all.flatMap(({ on }) => on))],
    run: async ({ kind, subjectId }, { platform, system, transact }) => {
      for (const { areStillThere, on, kind: of } of all) {
        if (!on.some((each) => each.kind === kind)) continue
        const unread = await transact((tx) => store.unreadAbout(tx, of, subjectId))
        for (const [userId, those] of Map.groupBy(unread, (each) => each.userId)) {
          const reader = await personNow(platform, system, userId)
          const payloads = those.map(({ payload }) => payload)
          const stays = reader ? await platform.transact(reader, (tx) => areStillThere(tx, payloads), "read") : []
          const gone = those.filter((_, index) => !stays[index])
          for (const { id } of gone) await transact((tx) => store.removeUnread(tx, id))
        }
      }
    },
  })
}
