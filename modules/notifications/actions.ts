import { refuse } from "#core/refusal"
import { action, nothing } from "#platform/action"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { mayReadOwn } from "./policy.ts"
import * as store from "./store.ts"

const list = action(contract.listNotifications, {
  load: store.listNotifications,
  may: mayReadOwn,
  act: async ({ tx }, page) => ({ ...page, unread: await store.countUnread(tx) }),
})

const read = action(contract.readNotification, {
  load: (tx, { notification }) => store.findOwn(tx, notification),
  may: mayReadOwn,
  act: async ({ tx }, { id }) => {
    await store.markRead(tx, id)
    return { unread: await store.countUnread(tx) }
  },
})

const readAll = action(contract.readAllNotifications, {
  load: nothing,
  may: mayReadOwn,
  act: async ({ tx }) => {
    await store.markRead(tx)
    return { unread: await store.countUnread(tx) }
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

export const actions = [list, read, readAll, preferences, setPreference]
