import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import { writeRows } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Series } from "./rules.ts"

/** Stored series of many partnerships, in partnership order: one statement per batch, not one per partnership. */
export const readStored = async (
  { db, actor }: WorkspaceTx,
  partnershipIds: readonly Id[],
): Promise<readonly Series[]> =>
  (
    await sql<Series>`select partnership_id, signal, party_id, side, first_week, actual, expected, n, counted, left_from, left_until from signal_series
      where workspace_id = ${actor.workspaceId} and partnership_id = any(${partnershipIds}::uuid[])
      order by partnership_id, signal, side, party_id`.execute(db)
  ).rows

/** Replaces everything stored for these partnerships, so that a signal whose facts were all retracted goes too. */
export const replaceStored = async (
  tx: WorkspaceTx,
  partnershipIds: readonly Id[],
  series: readonly Series[],
): Promise<void> => {
  await sql`delete from signal_series where workspace_id = ${tx.actor.workspaceId} and partnership_id = any(${partnershipIds}::uuid[])`.execute(
    tx.db,
  )
  const packed = (numbers: Series["actual"] | null) => numbers && Buffer.from(numbers)
  await writeRows(tx, {
    into: "signal_series",
    same: { computed_at: tx.now },
    columns: [
      "partnership_id",
      "signal",
      "party_id",
      "first_week",
      "weeks",
      "actual",
      "expected",
      "n",
      "counted",
      "left_from",
      "left_until",
    ],
    rows: series.map(({ partnershipId, signal, partyId, firstWeek, actual, expected, n, ...twice }) => [
      ...[partnershipId, signal, partyId, firstWeek, actual.length / 4],
      ...[packed(actual), packed(expected), packed(n)],
      ...[twice.counted ?? null, twice.leftFrom ?? null, twice.leftUntil ?? null],
    ]),
  })
}
