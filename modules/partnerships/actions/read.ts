import { action, nothing } from "#platform/action"
import * as contract from "../contract.ts"
import { mayReadPortfolio } from "../policy.ts"
import * as store from "../store.ts"
import { templateOf } from "../templates.ts"
import { lineFor, pageFor, partnershipsForPartner } from "../views.ts"

export const list = action(contract.listPartnerships, {
  load: nothing,
  may: mayReadPortfolio,
  act: async ({ tx }, _nothing, filter) => {
    const { items, next } = await store.listPortfolio(tx, filter)
    return { items: items.map(lineFor), next }
  },
})

export const get = action(contract.getPartnership, {
  load: (tx, { partnership }) => store.findInPortfolio(tx, partnership),
  may: mayReadPortfolio,
  act: async ({ actor }, partnership) => pageFor(actor, partnership),
})

/** Both sides may ask; a host's person takes part in none as a partner. */
export const listOwn = action(contract.listOwnPartnerships, {
  load: nothing,
  may: (actor) => actor.kind === "partner-user" || "role-may-not",
  act: async ({ tx }) => ({ items: await partnershipsForPartner(tx) }),
})

export const summary = action(contract.getPortfolioSummary, {
  load: nothing,
  may: mayReadPortfolio,
  act: async ({ tx }) => store.summarise(tx),
})

export const search = action(contract.search, {
  load: nothing,
  may: mayReadPortfolio,
  act: async ({ tx }, _nothing, { text }) => ({ items: await store.findNames(tx, text) }),
})

export const template = action(contract.getTemplate, {
  load: nothing,
  may: () => true,
  act: async (_context, _nothing, { type }) => {
    const { commitments, objectives, signals, ...more } = templateOf(type)
    return { ...more, commitments: [...commitments], objectives: [...objectives], signals: [...signals] }
  },
})
