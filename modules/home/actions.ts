import { countUnread } from "#modules/notifications"
import { countRunning } from "#modules/partnerships"
import { action, nothing } from "#platform/action"
import { getHome } from "./contract.ts"
import { mayReadHome } from "./policy.ts"

/** Everything in one go: the queries share one transaction and travel without waiting for each other. */
const home = action(getHome, {
  load: nothing,
  may: mayReadHome,
  act: async ({ tx, today, platform }, _nothing, { whose }) => {
    const [partnerships, unread, groups] = await Promise.all([
      countRunning(tx, whose),
      countUnread(tx),
      Promise.all(
        platform.contributed.attention.map(async ({ shape, read }) => {
          const { items, counts } = await read(tx, whose)
          // What a list does not declare does not leave the server.
          return {
            key: shape.key,
            items: items.map((item) => shape.item.parse(item) as Record<string, unknown>),
            counts,
          }
        }),
      ),
    ])
    return { today, partnerships, unread, groups }
  },
})

export const actions = [home]
