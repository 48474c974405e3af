import { type Again, asRecord, changedColumns, type RowChange, type SomeOfRow } from "#core/importable/again"
import type { WorkspaceTx } from "#platform/tx"
import { nameKey } from "#rules/organizations"
import { partnershipChanged, partnershipMoved } from "../events.ts"
import { leadsTo, moveVisibility, type Stage } from "../rules.ts"

const stageOf = ({ stage }: SomeOfRow): Stage => stage as Stage

/** What a later file may say anew of a partnership. */
export const partnershipCorrections: Again<
  "name" | "type" | "stage" | "owner_id" | "region" | "tier" | "program" | "currency" | "started_on"
> = {
  called: "name",
  corrects: [
    {
      ...{ field: "name", columns: ["name"] },
      isSame: (stored, row) => nameKey(String(stored["name"])) === nameKey(String(row["name"])),
    },
    { field: "type", columns: ["type"] },
    {
      ...{ field: "stage", columns: ["stage"] },
      may: (stored, row) => leadsTo(stageOf(stored), stageOf(row)),
      // On which day it ended the file does not say.
      along: () => ({ ended_on: null }),
    },
    { field: "owner_email", columns: ["owner_id"], mayBeEmpty: true },
    { field: "region", columns: ["region"], mayBeEmpty: true },
    { field: "tier", columns: ["tier"], mayBeEmpty: true },
    { field: "program", columns: ["program"], mayBeEmpty: true },
    { field: "currency", columns: ["currency"] },
    { field: "started_on", columns: ["started_on"], mayBeEmpty: true },
  ],
}

/** Writes into the ledger what a later file, or its undoing, changed, as when people do. */
export const partnershipsChanged = async (tx: WorkspaceTx, changes: readonly RowChange[]): Promise<void> => {
  const about = ({ id }: RowChange) => ({ subjectId: id, partnershipId: id, source: "import" })
  const moved = changes.filter(({ before, after }) => before["stage"] !== after["stage"])
  await tx.recordBatch(
    partnershipMoved,
    moved.map((each) => {
      const move = { from: stageOf(each.before), to: stageOf(each.after) }
      return { ...about(each), visibility: moveVisibility(move), payload: move }
    }),
  )
  const others = changes.flatMap((each) => {
    const columns = changedColumns(each, ["stage", "ended_on"])
    const payload = { before: asRecord(each.before, columns), after: asRecord(each.after, columns) }
    return columns.length > 0 ? [{ ...about(each), payload }] : []
  })
  await tx.recordBatch(partnershipChanged, others)
}
