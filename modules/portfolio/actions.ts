import { languageOf } from "#core/languages"
import { askAttention } from "#modules/conditions"
import { documentNamed, openDesk, takenDown } from "#modules/documents"
import { findPartnership } from "#modules/partnerships"
import { action, nothing } from "#platform/action"
import { readEach } from "#platform/read-each"
import * as contract from "./contract.ts"
import { makePartnership } from "./documents/partnership.ts"
import { makePortfolio } from "./documents/portfolio.ts"
import { partnershipExported, portfolioExported } from "./events.ts"
import { mayReadOwn, mayReadPortfolio, mayTake } from "./policy.ts"
import { nearestFirst } from "./rules.ts"
import { sharing } from "./sharing/actions.ts"
import * as store from "./store.ts"
import { factsOf, pageFor, pageOfLines, partnershipsForPartner } from "./views.ts"

const list = action(contract.listPartnerships, {
  load: nothing,
  may: mayReadPortfolio,
  act: async ({ tx, actor, platform }, _nothing, filter) => {
    const { figures } = platform.contributed
    const [page, ask] = await Promise.all([store.listPortfolio(tx, figures, filter), askAttention(tx)])
    return pageOfLines(actor, page, ask)
  },
})

const group = action(contract.groupPortfolio, {
  load: nothing,
  may: mayReadPortfolio,
  act: async ({ tx }, _nothing, { by, ...filter }) => store.groupLines(tx, by, filter),
})

const get = action(contract.getPartnership, {
  load: (tx, { partnership }, { contributed }) => store.findInPortfolio(tx, contributed.figures, partnership),
  may: mayReadPortfolio,
  act: async ({ tx, actor }, partnership) =>
    pageFor(actor, partnership, (await askAttention(tx))?.(factsOf(actor, partnership)) ?? null),
})

const listOwn = action(contract.listOwnPartnerships, {
  load: nothing,
  may: mayReadOwn,
  act: async ({ tx, platform }, _nothing, asked) => ({
    ...(await partnershipsForPartner(tx, platform.contributed.figures, asked)),
    total: await store.countOwn(tx),
  }),
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
    const { search: searchables } = platform.contributed
    const { values, failed } = await readEach(
      tx,
      searchables.map(
        ({ kind, find }) =>
          async () =>
            (await find(tx, text)).map((hit) => ({ kind, ...hit })),
      ),
    )
    for (const { index, fault } of failed)
      platform.log.error({ err: fault, kind: searchables[index]?.kind }, "things of a kind cannot be found by name")
    return { items: nearestFirst(values.flat()), isWhole: failed.length === 0 }
  },
})

const portfolioDocument = action(contract.downloadPortfolio, {
  load: nothing,
  may: mayReadPortfolio,
  act: async ({ tx, actor, platform, today }, _nothing, { form, columns, locale, ...view }) => {
    const desk = await openDesk(tx, platform, locale)
    const named = [platform.texts.in(languageOf(locale))("portfolio:title"), today]
    return documentNamed(
      named,
      form,
      takenDown(
        portfolioExported,
        { subjectId: actor.workspaceId, name: named.join(" "), form, audience: "host", filter: { ...view, columns } },
        async (ask) => makePortfolio(platform, ask, await desk(ask), view, { form, columns }),
      ),
    )
  },
})

const partnershipDocument = action(contract.downloadPartnership, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayTake,
  act: async ({ tx, actor, platform, today }, { id, name }, { form, audience, locale }) => {
    const desk = await openDesk(tx, platform, locale)
    const asked = { partnership: id, audience, form, isPartner: actor.kind === "partner-user" }
    const say = platform.texts.in(languageOf(locale))
    // So that nobody sends the wrong one.
    const marked = audience === "host" ? [say("documents:audience.internal")] : []
    const named = [name, today, ...marked]
    return documentNamed(
      named,
      form,
      takenDown(
        partnershipExported,
        { subjectId: id, partnershipId: id, name: named.join(" "), form, audience },
        async (ask) => makePartnership(platform, ask, await desk(ask), asked),
      ),
    )
  },
})

export const actions = [list, group, get, listOwn, summary, search, portfolioDocument, partnershipDocument, ...sharing]
