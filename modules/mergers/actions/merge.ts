import type { Id } from "#core/ids"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { isRecordingFiles } from "#modules/imports"
import {
  changeOrganization,
  findOrganization,
  insertMarks,
  lockOrganizations,
  type OrganizationChange,
  removeOrganization,
  type WholeOrganization,
} from "#modules/organizations"
import { lockPartnerships } from "#modules/partnerships"
import { takeAccessTwice } from "#modules/workspaces"
import { action } from "#platform/action"
import { newId } from "#platform/ids"
import { becomeParty, byThemselves, type MovedRows, moveRows } from "#platform/moveCompanyRows"
import type { WorkspaceTx } from "#platform/tx"
import { mergeOrganizations } from "../contract.ts"
import { organizationMerged, organizationMergedInto } from "../events.ts"
import { askerOf, bare, companyRowsOf, countsOf, holdAccess, partnershipsIn, tellPartnerships } from "../moving.ts"
import { mayMerge } from "../policy.ts"
import { decideFields, decideMerge, decideSeeingMore, whoSeesMore } from "../rules.ts"
import * as store from "../store.ts"
import { toldMerger } from "../view.ts"

export const merge = action(mergeOrganizations, {
  load: (tx, { organization }) => findOrganization(tx, organization),
  may: mayMerge,
  act: async ({ tx, platform }, { id: staysId }, { goes: goesId, take, seeMore: confirmed }) => {
    const locked = await lockBoth(tx, staysId, goesId)
    if (isRefusal(locked)) return locked
    const { stays, goes } = locked
    const takings = await store.takingsOf(tx, [stays.id, goes.id])
    await lockPartnerships(tx, partnershipsOf(goes.id, takings))
    const people = await store.accessOfCompanies(tx, [stays.id, goes.id])
    const companies = { stays: stays.id, goes: goes.id }
    const isImporting = await isRecordingFiles(tx)
    const allowed = decideMerge({ ...companies, takings, people, isImporting })
    if (isRefusal(allowed)) return allowed
    const wanted = decideSeeingMore(whoSeesMore(companies, takings, people), confirmed)
    if (isRefusal(wanted)) return wanted
    const fields = decideFields(stays, goes, take)
    if (isRefusal(fields)) return fields

    const id = newId()
    const accessLeftOut = await takeAccessTwice(tx, goes.id, stays.id)
    const moves: MovedRows[] = []
    const all = companyRowsOf(platform)
    for (const rows of byThemselves(all)) moves.push(await moveRows(tx, rows, { from: goes.id, to: stays.id }))
    const marks = fields.marks.map((mark) => ({ ...mark, id: newId(), organizationId: stays.id }))
    const parent = parentAfter(stays, goes)
    const [before, after] = [
      { ...fields.before, ...parent.before },
      { ...fields.after, ...parent.after },
    ]
    await store.insertMerger(tx, {
      ...{ id, kind: "merge", formerId: goes.id, formerName: goes.name, nextId: stays.id, nextName: stays.name },
      ...{ gone: JSON.stringify(goes), before: JSON.stringify(before), after: JSON.stringify(after) },
      ...{ domains: [...fields.domains], marks: marks.map((mark) => mark.id), madeBy: askerOf(tx) },
      accessLeftOut: JSON.stringify(accessLeftOut),
    })
    await store.insertMoves(tx, id, moves)
    await becomeParty(tx, all, id, false)
    await removeOrganization(tx, goes.id)
    const domains = [...stays.domains, ...fields.domains]
    await changeOrganization(tx, stays.id, { ...(after as OrganizationChange), domains })
    await insertMarks(tx, marks)

    const told = { merger: id, from: bare(goes), moved: countsOf(moves), before, after }
    await tx.record(organizationMerged, { subjectId: stays.id, payload: told })
    await tx.record(organizationMergedInto, { subjectId: goes.id, payload: { merger: id, into: bare(stays) } })
    await tellPartnerships(tx, id, partnershipsIn(moves), goes, stays)
    return toldMerger(tx, id)
  },
})

/** Both companies, held until the transaction ends. */
const lockBoth = async (
  tx: WorkspaceTx,
  staysId: Id,
  goesId: Id,
): Promise<
  Readonly<{ stays: WholeOrganization; goes: WholeOrganization }> | Refusal<"same-company" | "organization-not-known">
> => {
  if (staysId === goesId) return refuse("same-company", { field: "goes" })
  await holdAccess(tx, [staysId, goesId])
  const locked = await lockOrganizations(tx, [staysId, goesId])
  const [stays, goes] = [staysId, goesId].map((id) => locked.find((each) => each.id === id))
  return stays && goes ? { stays, goes } : refuse("organization-not-known", { field: "goes" })
}

const partnershipsOf = (company: Id, takings: Awaited<ReturnType<typeof store.takingsOf>>): readonly Id[] =>
  takings.filter(({ organizationId }) => organizationId === company).map(({ id }) => id)

/** A part of what goes is a part of what goes on; nothing is a part of itself. */
const parentAfter = (stays: WholeOrganization, goes: WholeOrganization) => {
  const wanted = stays.parentId === goes.id || stays.parentId === null ? goes.parentId : stays.parentId
  const parentId = wanted === stays.id ? null : wanted
  return parentId === stays.parentId ? {} : { before: { parentId: stays.parentId }, after: { parentId } }
}
