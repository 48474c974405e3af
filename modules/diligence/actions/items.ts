import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import { findOrganization, lockOrganizations } from "#modules/organizations"
import { isActiveMember } from "#modules/workspaces"
import { action } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { diligenceAsked, diligenceChanged, diligenceNeeded, diligenceNotNeeded } from "../events.ts"
import { mayAskDiligence, mayReadDiligence } from "../policy.ts"
import { readyList } from "../ready.ts"
import { decideNeed, itemOf, mostItemsOfCompany, type Requirement, remindDayOf } from "../rules.ts"
import * as store from "../store.ts"
import { itemViews, memberOf, ofCompany, wholeItem } from "../view.ts"

const get = action(contract.getDiligence, {
  load: (tx, { organization }) => findOrganization(tx, organization),
  may: mayReadDiligence,
  act: ({ tx }, { id }) => ofCompany(tx, id),
})

const list = action(contract.listDiligenceItems, {
  load: store.listItems,
  may: mayReadDiligence,
  act: async ({ tx }, { items, next }) => ({ items: await itemViews(tx, items), next }),
})

/** The company, locked: two who ask at once do not ask twice. */
const lockCompany = async (tx: WorkspaceTx, { organization }: Readonly<{ organization: Id }>) =>
  (await lockOrganizations(tx, [organization]))[0]

/** Who follows up: whom the caller says, if they are still here; the caller, where they say nobody. */
const ownerOf = async (tx: WorkspaceTx, said: Id | undefined) => {
  if (said === undefined) return memberOf(tx.actor)
  return (await isActiveMember(tx, said)) ? said : refuse("owner-not-known", { field: "ownerId" })
}

const insertAll = async (
  tx: WorkspaceTx,
  { id: organizationId, name }: Readonly<{ id: Id; name: string }>,
  ownerId: Id | null,
  asked: readonly Requirement[],
) => {
  const made = await store.items.insertAll(
    tx,
    asked.map((requirement) => ({ ...requirement, id: newId(), organizationId, ownerId })),
  )
  await tx.recordBatch(
    diligenceAsked,
    made.map(({ id, kind }) => ({ subjectId: id, payload: { name, kind } })),
  )
  await store.restItems(tx, organizationId, true)
  return made
}

const ask = action(contract.askDiligence, {
  load: lockCompany,
  may: mayAskDiligence,
  act: async ({ tx, platform }, company, { type, ownerId: said, language }) => {
    const ownerId = await ownerOf(tx, said)
    if (isRefusal(ownerId)) return ownerId
    const there = await store.itemsOf(tx, company.id)
    const own = await store.listOfType(tx, type)
    const wanted = own?.requirements ?? readyList(type, platform.texts.in(language))
    // What has no kind of its own is told apart by its words.
    const isThere = ({ kind, asks }: Requirement) =>
      there.some((item) => item.kind === kind && (kind !== "other" || item.asks === asks))
    const missing = wanted.filter((each) => !isThere(each))
    if (missing.length === 0) return refuse("nothing-to-ask")
    if (there.length + missing.length > mostItemsOfCompany) return refuse("too-many-items")
    await insertAll(tx, company, ownerId, missing)
    return ofCompany(tx, company.id)
  },
})

const add = action(contract.addDiligenceItem, {
  load: lockCompany,
  may: mayAskDiligence,
  act: async ({ tx }, company, { organization: _, ownerId: said, ...requirement }) => {
    const ownerId = await ownerOf(tx, said)
    if (isRefusal(ownerId)) return ownerId
    if ((await store.itemsOf(tx, company.id)).length >= mostItemsOfCompany) return refuse("too-many-items")
    const [made] = await insertAll(tx, company, ownerId, [requirement])
    if (!made) throw new Error("one item is made of one requirement")
    return wholeItem(tx, made)
  },
})

const lockItem = (tx: WorkspaceTx, { diligenceItem }: Readonly<{ diligenceItem: Id }>) =>
  store.items.lock(tx, diligenceItem)

/** What is told of an item: its company's name, and its kind. */
export const aboutItem = async (tx: WorkspaceTx, row: store.ItemRow) => ({
  name: (await store.namesFor(tx, [row])).get(row.organizationId) ?? "",
  kind: row.kind,
})

const edit = action(contract.editDiligenceItem, {
  load: lockItem,
  may: mayAskDiligence,
  act: async ({ tx }, before, { diligenceItem, ownerId: said, ...requirement }) => {
    if (said !== undefined && said !== before.ownerId && !(await isActiveMember(tx, said)))
      return refuse("owner-not-known", { field: "ownerId" })
    if (requirement.kind !== before.kind && (await store.roundsOf(tx, [before.id])).length > 0)
      return refuse("kind-has-evidence", { field: "kind" })
    const remindOn = remindDayOf(before.validThrough, requirement.remindDays)
    const change = { ...requirement, remindOn, ownerId: said ?? null }
    const row = await store.items.save(tx, diligenceItem, change)
    await tx.record(diligenceChanged, { subjectId: row.id, payload: await aboutItem(tx, row) })
    return wholeItem(tx, row)
  },
})

const need = action(contract.needDiligenceItem, {
  load: lockItem,
  may: mayAskDiligence,
  act: async ({ tx, actor, now }, before, { diligenceItem, isNeeded, why }) => {
    const standing = { isNeeded, isNotNeeded: before.state === "not_needed", isMatchOpen: before.isMatchOpen }
    const allowed = decideNeed(standing)
    if (isRefusal(allowed)) return allowed
    const { state } = itemOf(await store.roundsOf(tx, [before.id]), before.remindDays)
    const said = isNeeded ? { state, why: null } : { state: "not_needed" as const, why }
    const row = await store.items.save(tx, diligenceItem, { ...said, settledBy: memberOf(actor), settledAt: now })
    const payload = { ...(await aboutItem(tx, row)), why }
    await tx.record(isNeeded ? diligenceNeeded : diligenceNotNeeded, { subjectId: row.id, payload })
    return wholeItem(tx, row)
  },
})

export const itemActions = [get, list, ask, add, edit, need]
