import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import { isRecordingFiles } from "#modules/imports"
import {
  bearerOfId,
  changeOrganization,
  lockOrganizations,
  type OrganizationChange,
  removeMarks,
  restoreOrganization,
  type WholeOrganization,
} from "#modules/organizations"
import { lockPartnerships } from "#modules/partnerships"
import { type AccessRow, giveAccessBack } from "#modules/workspaces"
import { action } from "#platform/action"
import { becomeParty, byThemselves, type MovedRows, moveRows } from "#platform/moveCompanyRows"
import type { WorkspaceTx } from "#platform/tx"
import { undoMerger } from "../contract.ts"
import { mergerUndone } from "../events.ts"
import { bare, companyRowsOf, countsOf, holdAccess, partnershipsIn, tellPartnerships } from "../moving.ts"
import { mayMerge } from "../policy.ts"
import { decideUndo, givenBack } from "../rules.ts"
import * as store from "../store.ts"
import { toldMerger } from "../view.ts"

export const undo = action(undoMerger, {
  load: (tx, { merger }) => store.lockMerger(tx, merger),
  may: mayMerge,
  act: async ({ tx, platform }, merger) => {
    const { id, formerId, nextId } = merger
    await holdAccess(tx, [formerId, nextId])
    const [stays] = await lockOrganizations(tx, [nextId])
    const later = stays ? undefined : await store.laterMerger(tx, nextId)
    const allowed = decideUndo(merger, stays !== undefined, later?.nextName)
    if (isRefusal(allowed)) return allowed
    if (!stays) return refuse("later-one-first")
    if (await isRecordingFiles(tx)) return refuse("import-under-way")

    const keptFields = [...(await takeFieldsBack(tx, merger, stays)), ...(await bringBack(tx, merger))]
    const all = companyRowsOf(platform)
    const moves = await store.movesOf(tx, id)
    await lockPartnerships(tx, partnershipsIn(moves))
    const back: MovedRows[] = []
    for (const { table, column, ids } of moves) {
      const rows = byThemselves(all).find((each) => each.table === table && each.column === column)
      if (rows) back.push(await moveRows(tx, rows, { from: nextId, to: formerId }, ids))
    }
    await becomeParty(tx, all, id, true)
    await giveAccessBack(tx, await accessNow(tx, nextId, merger.accessLeftOut as unknown as readonly AccessRow[]))
    await store.undoneNow(tx, id)

    const kept = notMovedBack(moves, back)
    const former = { id: formerId, name: merger.formerName }
    const told = { merger: id, from: former, moved: countsOf(back), kept, keptFields }
    await tx.record(mergerUndone, { subjectId: nextId, payload: told })
    await tellPartnerships(tx, id, partnershipsIn(back), bare(stays), former)
    const rows = Object.entries(kept).map(([table, count]) => ({ table, count }))
    return { merger: await toldMerger(tx, id), kept: { fields: keptFields, rows } }
  },
})

/** The company that stayed is called again what it was, but for what somebody has changed since. */
const takeFieldsBack = async (
  tx: WorkspaceTx,
  { before, after, domains, marks, nextId }: store.MergerRow,
  stays: WholeOrganization,
): Promise<readonly string[]> => {
  await removeMarks(tx, marks)
  const { back, kept } = givenBack(before as Values, after as Values, stays)
  const own = stays.domains.filter((domain) => !domains.includes(domain))
  await changeOrganization(tx, nextId, { ...(back as OrganizationChange), domains: own })
  return kept
}
type Values = Readonly<Record<string, unknown>>

/** The company that was gone is there again, as it was; an id that another has been given meanwhile stays there. */
const bringBack = async (tx: WorkspaceTx, { gone }: store.MergerRow): Promise<readonly string[]> => {
  const row = gone as unknown as WholeOrganization
  const isBorne = row.externalId !== null && (await bearerOfId(tx, row.externalId)) !== undefined
  const [parent] = row.parentId === null ? [] : await lockOrganizations(tx, [row.parentId])
  await restoreOrganization(tx, {
    ...row,
    externalId: isBorne ? null : row.externalId,
    parentId: parent ? row.parentId : null,
  })
  return isBorne ? ["externalId"] : []
}

/** Whoever has lost their access since does not get another one back. */
const accessNow = async (tx: WorkspaceTx, companyId: Id, rows: readonly AccessRow[]): Promise<readonly AccessRow[]> => {
  if (rows.length === 0) return []
  const open = (await store.accessOfCompanies(tx, [companyId])).filter(({ isOpen }) => isOpen)
  return rows
    .filter(({ erasedAt }) => erasedAt === null)
    .map((row) => ({
      ...row,
      deactivatedAt: open.some(({ userId }) => userId === row.userId)
        ? row.deactivatedAt
        : (row.deactivatedAt ?? tx.now),
    }))
}

/** What went along and did not go back, because it went elsewhere since or is gone. */
const notMovedBack = (moves: readonly MovedRows[], back: readonly MovedRows[]): Record<string, number> => {
  const [went, came] = [countsOf(moves), countsOf(back)]
  return Object.fromEntries(
    Object.entries(went)
      .map(([table, count]) => [table, count - (came[table] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  )
}
