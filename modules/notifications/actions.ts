import type { Id } from "#core/ids"
import { refuse } from "#core/refusal"
import { maySnoozeUntil } from "#core/snooze"
import { action, nothing } from "#platform/action"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { mayReadOwn } from "./policy.ts"
import { stillThere } from "./stillThere.ts"
import * as store from "./store.ts"

const unreadOf = async (tx: WorkspaceTx, { contributed }: ActPlatform) => ({
  unread: (await stillThere(tx, contributed.news, await store.unreadOf(tx))).length,
})

/** Pages read for one page of what is still there: beyond that a short one says that there is more. */
const mostTries = 5

/** A page and what is unread are asked about together: most of it is the same. */
const list = action(contract.listNotifications, {
  load: nothing,
  may: mayReadOwn,
  act: async ({ tx, platform: { contributed } }, _nothing, asked) => {
    let page = await store.listNotifications(tx, asked)
    const unread = await store.unreadOf(tx)
    const all = new Map([...unread, ...page.items].map((row) => [row.id, row]))
    const stays = new Set((await stillThere(tx, contributed.news, [...all.values()])).map(({ id }) => id))
    let items = page.items.filter(({ id }) => stays.has(id))
    for (let tries = 1; items.length === 0 && page.next !== null && tries < mostTries; tries++) {
      page = await store.listNotifications(tx, { ...asked, after: page.next })
      items = [...(await stillThere(tx, contributed.news, page.items))]
    }
    return { items, next: page.next, unread: unread.filter(({ id }) => stays.has(id)).length }
  },
})

const count = action(contract.countNotifications, {
  load: nothing,
  may: mayReadOwn,
  act: ({ tx, platform }) => unreadOf(tx, platform),
})

/** All of them, or none is found. */
const lockAll = async (tx: WorkspaceTx, { notifications }: { notifications: readonly Id[] }) => {
  const ids = [...new Set(notifications)]
  const rows = await store.lockOwn(tx, ids)
  return rows.length === ids.length ? ids : undefined
}

const move = action(contract.moveNotifications, {
  load: lockAll,
  may: mayReadOwn,
  act: async ({ tx, platform }, ids, { to }) => {
    await store.move(tx, ids, to)
    return unreadOf(tx, platform)
  },
})

const snooze = action(contract.snoozeNotifications, {
  load: lockAll,
  may: mayReadOwn,
  act: async ({ tx, today, platform }, ids, { until }) => {
    if (!maySnoozeUntil(until, today)) return refuse("not-ahead")
    await store.putOff(tx, ids, until)
    return unreadOf(tx, platform)
  },
})

const readAll = action(contract.readAllNotifications, {
  load: nothing,
  may: mayReadOwn,
  act: async ({ tx, platform }) => {
    await store.markAllRead(tx)
    return unreadOf(tx, platform)
  },
})

/** What can reach somebody of the actor's side: nobody chooses how to be told what they are never told. */
const newsFor = ({ actor }: WorkspaceTx, { contributed }: ActPlatform) =>
  contributed.news.filter(({ readers }) => readers.includes(actor.side))

const preferences = action(contract.getNotificationPreferences, {
  load: nothing,
  may: mayReadOwn,
  act: async ({ tx, platform }) => ({ items: await store.ownPreferences(tx, newsFor(tx, platform)) }),
})

const setPreference = action(contract.setNotificationPreference, {
  load: nothing,
  may: mayReadOwn,
  act: async ({ tx, platform }, _nothing, { kind, inApp, mail }) => {
    if (!newsFor(tx, platform).some((news) => news.kind === kind)) return refuse("no-such-news", { kind })
    await store.savePreference(tx, kind, { inApp, mail })
    return { kind, inApp, mail }
  },
})

export const actions = [list, count, move, snooze, readAll, preferences, setPreference]
