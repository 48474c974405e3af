import { abilityOf } from "#core/ability"
import { sideOf } from "#core/actor"
import { companyNames } from "#modules/partnerships"
import type { WorkspaceTx } from "#platform/tx"
import type { FileView } from "./contract.ts"
import { mayRemoveFile } from "./policy.ts"
import { decideRemoval, whyNot } from "./rules.ts"
import { type FileRow, filesOn } from "./store.ts"

export const fileViews = async (tx: WorkspaceTx, rows: readonly FileRow[]): Promise<FileView[]> => {
  const nameOf = await companyNames(tx, [...new Set(rows.map(({ partnershipId }) => partnershipId))])
  return rows.map((row) => viewOf(tx, row, nameOf(row.partnershipId, row.partyId)))
}

export const fileView = async (tx: WorkspaceTx, row: FileRow): Promise<FileView> => {
  const [view] = await fileViews(tx, [row])
  if (!view) throw new Error("one row has one view")
  return view
}

/** The files of several things of one kind, each by the thing's id. */
export const filesOf = async (
  tx: WorkspaceTx,
  kind: string,
  ids: readonly string[],
): Promise<(id: string) => FileView[]> => {
  const views = await fileViews(tx, await filesOn(tx, kind, ids))
  const byId = Map.groupBy(views, ({ subjectId }) => subjectId)
  return (id) => byId.get(id) ?? []
}

const viewOf = ({ actor }: WorkspaceTx, row: FileRow, partyName: string | null): FileView => {
  const { checkState, privateTo: _, uploadedBy: __, goneAt: ___, ...file } = row
  return {
    ...file,
    partyName,
    side: sideOf(row.partyId, actor),
    check: checkState,
    abilities: {
      download: whyNot(row) ?? true,
      remove: abilityOf(mayRemoveFile(actor, row), decideRemoval(row)),
    },
  }
}
