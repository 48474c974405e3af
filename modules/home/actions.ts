import { countUnread } from "#modules/notifications"
import { countRunning } from "#modules/partnerships"
import { action, nothing } from "#platform/action"
import type { Attention, Whose } from "#platform/attention"
import { readEach } from "#platform/read-each"
import type { WorkspaceTx } from "#platform/tx"
import { getHome } from "./contract.ts"
import { mayReadHome } from "./policy.ts"

const groupFrom = async (tx: WorkspaceTx, { shape, read }: Attention, whose: Whose) => {
  const { items, counts } = await read(tx, whose)
  // What a list does not declare does not leave the server.
  return { key: shape.key, items: items.map((item) => shape.item.parse(item) as Record<string, unknown>), counts }
}

/** Everything in one go: the queries share one transaction and travel without waiting for each other. A list that fails leaves the others standing. */
const home = action(getHome, {
  load: nothing,
  may: mayReadHome,
  act: async ({ tx, today, platform }, _nothing, { whose }) => {
    const attention = platform.contributed.attention.filter((each) => tx.actor.side === "host" || each.isForPartners)
    const [partnerships, unread, lists] = await Promise.all([
      countRunning(tx, whose),
      countUnread(tx),
      readEach(
        tx,
        attention.map((each) => () => groupFrom(tx, each, whose)),
      ),
    ])
    const unreadable = lists.failed.map(({ index, fault }) => {
      const list = attention[index]?.shape.key ?? ""
      platform.log.error({ err: fault, list }, "a list of what waits cannot be read")
      return list
    })
    return { today, partnerships, unread, groups: lists.values, unreadable }
  },
})

export const actions = [home]
