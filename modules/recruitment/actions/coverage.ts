import { isRefusal } from "#core/refusal"
import { lockWorkspace } from "#modules/workspaces"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { coverageView } from "../coverage.ts"
import { coverageTargetSet } from "../events.ts"
import { readerOf } from "../panel.ts"
import { mayEditCandidates, mayReadCandidates } from "../policy.ts"
import { coverageStandings, decideTarget, lackingOf, shortOf } from "../rules.ts"
import * as store from "../store.ts"

const mostListed = 200

const get = action(contract.getCoverage, {
  load: nothing,
  may: mayReadCandidates,
  act: ({ tx }, _nothing, axes) => coverageView(tx, axes),
})

const list = action(contract.listCovering, {
  load: nothing,
  may: mayReadCandidates,
  act: async ({ tx }, _nothing, asked) => {
    const found = await store.companiesIn(tx, asked, mostListed + 1)
    return {
      items: found.slice(0, mostListed).map(({ rank, noPlace, noEntry, ...company }) => ({
        ...company,
        standing: coverageStandings[rank] ?? "undecided",
        ...{ isPlaceUnknown: noPlace, isEntryUnknown: noEntry },
      })),
      isMore: found.length > mostListed,
    }
  },
})

const set = action(contract.setCoverageTarget, {
  load: async (tx: WorkspaceTx, spot) => {
    // Whoever sets the first target of a cell waits here for whoever does so at the same moment.
    await lockWorkspace(tx)
    return { before: await store.targetAt(tx, spot), words: await store.targetWords(tx, spot) }
  },
  may: mayEditCandidates,
  act: async ({ tx, actor, now }, { before, words }, { wanted, was, ...spot }) => {
    const decided = decideTarget({ ...spot, wanted, was, stands: before?.wanted ?? null, words })
    if (isRefusal(decided)) return decided
    const setBy = readerOf(actor) ?? null
    const id = before?.id ?? newId()
    if (wanted === null) await store.coverageTargets.remove(tx, id)
    else if (before) await store.coverageTargets.save(tx, id, { wanted, setBy, setAt: now })
    else await store.coverageTargets.insert(tx, { id, ...spot, wanted, setBy })
    if (wanted !== was)
      await tx.record(coverageTargetSet, {
        subjectId: id,
        payload: { place: spot.place, entry: spot.entry, was, wanted },
      })
    return { wanted }
  },
})

const added = action(contract.getAdded, {
  load: (tx, { candidate }) => store.candidates.find(tx, candidate),
  may: mayReadCandidates,
  act: async ({ tx }, { organizationId }) => {
    const met = await store.targetsMetBy(tx, organizationId)
    const cells = met.length === 0 ? [] : await store.coverageOf(tx, met)
    const fills = cells.flatMap((cell) => {
      const short = shortOf(cell) ?? 0
      return short === 0 ? [] : [{ ...cell, short }]
    })
    return {
      isPartner: await store.isPartnerNow(tx, organizationId),
      fills: fills.sort((one, other) => other.short - one.short),
      met: cells.length - fills.length,
      lacks: [...lackingOf(await store.factsOf(tx, organizationId))],
      targets: await store.targetCount(tx),
    }
  },
})

export const coverageActions = [get, list, set, added]
