import { isRefusal, refuse } from "#core/refusal"
import { isRecordingFiles } from "#modules/imports"
import { findOrganization, marksOf, wholeOrganizations } from "#modules/organizations"
import { action, nothing } from "#platform/action"
import { countRows } from "#platform/moveCompanyRows"
import * as contract from "../contract.ts"
import { bare, companyRowsOf } from "../moving.ts"
import { mayMerge, mayReadMergers } from "../policy.ts"
import { alikeCompanies, decideFields, decideMerge, fieldsThatDiffer, whoSeesMore } from "../rules.ts"
import * as store from "../store.ts"
import { mergerFor } from "../view.ts"

export const preview = action(contract.previewMerge, {
  load: (tx, { organization }) => findOrganization(tx, organization),
  may: mayMerge,
  act: async ({ tx, platform }, { id: staysId }, { goes: goesId }) => {
    if (staysId === goesId) return refuse("same-company", { field: "goes" })
    const both = await wholeOrganizations(tx, [staysId, goesId])
    const [stays, goes] = [staysId, goesId].map((id) => both.find((each) => each.id === id))
    if (!stays || !goes) return refuse("organization-not-known", { field: "goes" })
    const companies = { stays: staysId, goes: goesId }
    const takings = await store.takingsOf(tx, [staysId, goesId])
    const people = await store.accessOfCompanies(tx, [staysId, goesId])
    const isImporting = await isRecordingFiles(tx)
    const allowed = decideMerge({ ...companies, takings, people, isImporting })
    if (isRefusal(allowed)) return allowed
    const fields = decideFields(stays, goes, [])
    if (isRefusal(fields)) return fields

    // What files bring has its words; what hangs on that goes along unnamed.
    const named = new Set(platform.contributed.importable.flatMap(({ tables = [] }) => tables.map(({ name }) => name)))
    const theirs = takings.filter(({ organizationId }) => organizationId === goesId).map(({ id }) => id)
    const moves: { table: string; count: number }[] = []
    for (const rows of companyRowsOf(platform)) {
      const isParent = rows.goes === "by itself" && rows.column === "parent_id"
      const count = named.has(rows.table) && !isParent ? await countRows(tx, rows, goesId, theirs) : 0
      if (count > 0) moves.push({ table: rows.table, count })
    }
    const seeMore = whoSeesMore(companies, takings, people).map(({ organizationId, partnerships, ...person }) => ({
      ...person,
      partnerships: [...partnerships],
      company: organizationId === staysId ? stays.name : goes.name,
    }))
    return {
      ...{ stays: bare(stays), goes: bare(goes), moves, seeMore, domains: [...fields.domains] },
      fields: fieldsThatDiffer(stays, goes).map(({ field, ...said }) => ({
        field,
        stays: asValue(said.stays),
        goes: asValue(said.goes),
      })),
    }
  },
})

const asValue = (value: string | readonly string[] | null): string | string[] | null =>
  typeof value === "string" || value === null ? value : [...value]

export const splittable = action(contract.getSplittable, {
  load: (tx, { organization }) => findOrganization(tx, organization),
  may: mayMerge,
  act: async ({ tx }, { id }) => {
    const [company] = await wholeOrganizations(tx, [id])
    const people = await store.accessOfCompanies(tx, [id])
    const takings = await store.takingsOf(tx, [id])
    const { contacts, hasMoreContacts } = await store.contactsOf(tx, id)
    const marks = await marksOf(tx, id)
    return {
      partnerships: takings.map(bare),
      contacts: contacts.map((contact) => ({ ...contact, partnerships: [...contact.partnerships] })),
      hasMoreContacts,
      people: people.filter(({ isOpen, userId }) => isOpen && userId !== null).map(bare),
      marks: marks.filter(({ kind }) => kind !== "domain").map(({ organizationId: _, ...mark }) => mark),
      domains: [...(company?.domains ?? [])],
      externalId: company?.externalId ?? null,
    }
  },
})

export const list = action(contract.listMergers, {
  load: (tx, { organization }) => findOrganization(tx, organization),
  may: mayReadMergers,
  act: async ({ tx, actor }, { id }) => {
    const rows = await store.listMergers(tx, id)
    const moved = await store.countMoves(
      tx,
      rows.map((row) => row.id),
    )
    return {
      items: rows.map((row) => mergerFor(actor, row, moved.get(row.id) ?? [])),
      abilities: { merge: mayMerge(actor) },
    }
  },
})

export const mergedInto = action(contract.getMergedInto, {
  load: async (tx, { organization }) => {
    const went = await store.wentInto(tx, organization)
    return went ? { went } : (await findOrganization(tx, organization)) && { went: null }
  },
  may: mayReadMergers,
  act: async (_, { went }) => ({ went: went && { former: bare(went.former), next: bare(went.next) } }),
})

/** As many as somebody looks through. */
const mostPairs = 50

export const alike = action(contract.listAlikeOrganizations, {
  load: nothing,
  may: mayReadMergers,
  act: async ({ tx, actor }) => {
    const { items, isWhole } = await store.bareCompanies(tx)
    const pairs = alikeCompanies(items, mostPairs)
    return {
      items: pairs.map(({ one, other, why }) => ({ one: bare(one), other: bare(other), why })),
      isWhole: isWhole && pairs.length < mostPairs,
      abilities: { merge: mayMerge(actor) },
    }
  },
})
