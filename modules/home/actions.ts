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
    const { attention } = platform.contributed
    const [partnerships, unread, lists] = await Promise.all([
      countRunning(tx, whose),
      countUnread(tx),
      readEach(
        tx,
        attention.map((each) => () => groupFrom(tx, each, whose)),
      ),
    ])
    const groups = lists.flatMap((list) => (list.status === "fulfilled" ? [list.value] : []))
    const unreadable = attention.flatMap(({ shape: { key } }, index) => {
      const list = lists[index]
      if (list?.status !== "rejected") return []
      platform.log.error({ err: list.reason, list: key }, "a list of what waits cannot be read")
      return [key]
    })
    return { today, partnerships, unread, groups, unreadable }
  },
})

export const actions = [home]
