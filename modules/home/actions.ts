import type { Id } from "#core/ids"
import { refuse } from "#core/refusal"
import { maySnoozeUntil } from "#core/snooze"
import { countRunning } from "#modules/partnerships"
import { action, nothing } from "#platform/action"
import type { Asked, Attention } from "#platform/attention"
import type { ActPlatform } from "#platform/platform"
import { readEach } from "#platform/read-each"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { mayReadHome, maySnooze } from "./policy.ts"
import { mostSnoozed, type Thing } from "./rules.ts"
import * as store from "./store.ts"

const attentionFor = ({ actor }: WorkspaceTx, { contributed }: ActPlatform) =>
  contributed.attention.filter((each) => actor.side === "host" || each.isForPartners)

const groupFrom = async (tx: WorkspaceTx, { shape, read }: Attention, asked: Asked) => {
  const { items: found, counts } = await read(tx, asked)
  // What a list does not declare does not leave the server.
  const items = found.map((item) => shape.item.parse(item) as Record<string, unknown>)
  return { list: shape, group: { key: shape.key, items, counts }, isSnoozed: "only" in asked }
}

/** What is put off is read by itself, and only of lists of which something is. */
const readsOf = (attention: readonly Attention[], snoozes: readonly Thing[], asked: Pick<Asked, "whose" | "most">) =>
  attention.flatMap((each) => {
    const off = snoozes.filter(({ list }) => list === each.shape.key).map(({ id }) => id)
    return [
      { each, asked: { ...asked, but: off } },
      ...(off.length === 0 ? [] : [{ each, asked: { ...asked, only: off } }]),
    ]
  })

/** Everything in one go: the queries share one transaction and travel without waiting for each other. A list that fails leaves the others standing. */
const home = action(contract.getHome, {
  load: nothing,
  may: mayReadHome,
  act: async ({ tx, today, platform }, _nothing, { whose, most }) => {
    const snoozes = tx.actor.side === "host" ? await store.snoozesOf(tx) : []
    const reads = readsOf(attentionFor(tx, platform), snoozes, { whose, most })
    const [partnerships, lists] = await Promise.all([
      countRunning(tx, whose),
      readEach(
        tx,
        reads.map(
          ({ each, asked }) =>
            () =>
              groupFrom(tx, each, asked),
        ),
      ),
    ])
    const unreadable = lists.failed.map(({ index, fault }) => {
      const list = reads[index]?.each.shape.key ?? ""
      platform.log.error({ err: fault, list }, "a list of what waits cannot be read")
      return list
    })
    const concerned = new Set(
      lists.values.flatMap(({ list, group }) => group.items.flatMap((item) => list.at(item).partnershipId ?? [])),
    )
    const of = (wanted: boolean) =>
      lists.values.filter(({ isSnoozed }) => isSnoozed === wanted).map(({ group }) => group)
    return {
      today,
      partnerships,
      groups: of(false),
      snoozed: of(true),
      snoozes,
      partners: tx.actor.side === "host" ? await store.partnersAtStake(tx, [...concerned]) : [],
      unreadable: [...new Set(unreadable)],
    }
  },
})

const putOff = action(contract.snooze, {
  load: store.snoozesOf,
  may: maySnooze,
  act: async ({ tx, today, platform }, before, { things, until }) => {
    if (!maySnoozeUntil(until, today)) return refuse("not-ahead")
    const known = new Set(attentionFor(tx, platform).map(({ shape }) => shape.key))
    if (!things.every(({ list }) => known.has(list))) return refuse("no-such-list")
    const all = new Set([...before, ...things].map(({ list, id }: { list: string; id: Id }) => `${list} ${id}`))
    if (all.size > mostSnoozed) return refuse("too-much-snoozed")
    await store.saveSnoozes(tx, things, until)
    return { until }
  },
})

const putBack = action(contract.wake, {
  load: nothing,
  may: maySnooze,
  act: async ({ tx }, _nothing, { things }) => {
    await store.deleteSnoozes(tx, things)
    return {}
  },
})

export const actions = [home, putOff, putBack]
