import type { Actor } from "#core/actor"
import { refuse } from "#core/refusal"
import { findOrganization } from "#modules/organizations"
import { lockWorkspace } from "#modules/workspaces"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import { domainsIn } from "#rules/organizations"
import { conflictsMet } from "../conflicts.ts"
import * as contract from "../contract.ts"
import { conflictListed, conflictUnlisted } from "../events.ts"
import { readerOf } from "../panel.ts"
import { mayEditCandidates, mayReadCandidates } from "../policy.ts"
import { isSerious, listingOf, mostListed } from "../rules.ts"
import * as store from "../store.ts"

const find = action(contract.findConflicts, {
  load: nothing,
  may: mayReadCandidates,
  act: async ({ tx }, _nothing, { organization, candidate, name, domains, ...sought }) => {
    if (organization === undefined && name === undefined) return refuse("organization-needed")
    const known = organization === undefined ? undefined : await findOrganization(tx, organization)
    if (organization !== undefined && known === undefined) return refuse("organization-not-known")
    const met = await conflictsMet(tx, known ?? { name: name ?? "", domains: domainsIn(domains), ...sought }, candidate)
    return { items: met.map((each) => ({ ...each, isSerious: isSerious(each.kind) })) }
  },
})

const listedView = (actor: Actor, names: ReadonlyMap<string, string>) => (row: store.ListedRow) => ({
  ...row,
  addedBy: row.addedBy === null ? null : (names.get(row.addedBy) ?? null),
  abilities: { remove: mayEditCandidates(actor) },
})

const list = action(contract.listConflictList, {
  load: (tx, { kind, ...asked }) =>
    store.conflictList.page(tx, asked, (rows) => (kind === undefined ? rows : rows.where("kind", "=", kind))),
  may: mayReadCandidates,
  act: async ({ tx, actor }, { items, next }) => {
    const names = await store.memberNames(
      tx,
      items.flatMap(({ addedBy }) => addedBy ?? []),
    )
    return { items: items.map(listedView(actor, names)), next }
  },
})

const add = action(contract.addToConflictList, {
  load: nothing,
  may: mayEditCandidates,
  act: async ({ tx, actor }, _nothing, { kind, companies, note = null }) => {
    // Whoever lists at the same moment waits here: nobody is listed twice, and the list does not grow past its end.
    await lockWorkspace(tx)
    const there = await store.allListed(tx)
    const alike = there.filter((each) => each.kind === kind)
    const { fresh, known, widened } = listingOf(companies, alike)
    const made = fresh.map(({ name, domains }) => ({ id: newId(), name, domains: [...domains] }))
    if (there.length + made.length > mostListed) return refuse("conflict-list-full")
    const addedBy = readerOf(actor) ?? null
    await store.conflictList.insertAll(
      tx,
      made.map((company) => ({ ...company, kind, note, addedBy })),
    )
    await store.listAnew(tx, widened)
    await tx.recordBatch(
      conflictListed,
      [...made, ...widened].map(({ id, name }) => ({ subjectId: id, payload: { name, kind } })),
    )
    return { added: made.length, known: [...known] }
  },
})

const remove = action(contract.removeFromConflictList, {
  load: (tx, { entry }) => store.conflictList.lock(tx, entry),
  may: mayEditCandidates,
  act: async ({ tx }, { id, name, kind }) => {
    await store.conflictList.remove(tx, id)
    await tx.record(conflictUnlisted, { subjectId: id, payload: { name, kind } })
    return { id }
  },
})

export const conflictActions = [find, list, add, remove]
