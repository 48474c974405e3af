import { action, nothing } from "#platform/action"
import * as contract from "./contract.ts"
import { mayReadOwn, mayReadPortfolio } from "./policy.ts"
import { nearestFirst } from "./rules.ts"
import * as store from "./store.ts"
import { lineFor, pageFor, partnershipsForPartner } from "./views.ts"

const list = action(contract.listPartnerships, {
  load: nothing,
  may: mayReadPortfolio,
  act: async ({ tx }, _nothing, filter) => {
    const { items, next } = await store.listPortfolio(tx, filter)
    return { items: items.map(lineFor), next }
  },
})

const get = action(contract.getPartnership, {
  load: (tx, { partnership }) => store.findInPortfolio(tx, partnership),
  may: mayReadPortfolio,
  act: async ({ actor }, partnership) => pageFor(actor, partnership),
})

const listOwn = action(contract.listOwnPartnerships, {
  load: nothing,
  may: mayReadOwn,
  act: async ({ tx }) => ({ items: await partnershipsForPartner(tx) }),
})

const summary = action(contract.getPortfolioSummary, {
  load: nothing,
  may: mayReadPortfolio,
  act: async ({ tx }) => store.summarise(tx),
})

const search = action(contract.search, {
  load: nothing,
  may: mayReadPortfolio,
  act: async ({ tx, platform }, _nothing, { text }) => {
    const found = await Promise.all(
      platform.contributed.search.map(async ({ kind, find }) =>
        (await find(tx, text)).map((hit) => ({ kind, ...hit })),
      ),
    )
    return { items: nearestFirst(found.flat()) }
  },
})

export const actions = [list, get, listOwn, summary, search]
