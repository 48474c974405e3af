import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { Series } from "./rules.ts"

/** Stored series of many partnerships, in partnership order: one statement per batch, not one per partnership. */
export const readStored = async (
  { db, actor }: WorkspaceTx,
  partnershipIds: readonly Id[],
): Promise<readonly Series[]> =>
  (
    await sql<Series>`select partnership_id, signal, party_id, side, first_week, actual, expected, n from signal_series
      where workspace_id = ${actor.workspaceId} and partnership_id = any(${partnershipIds}::uuid[])
      order by partnership_id, signal, side, party_id`.execute(db)
  ).rows

/** Replaces everything stored for these partnerships, so that a signal whose facts were all retracted goes too. */
export const replaceStored = async (
  { db, actor, now }: WorkspaceTx,
  partnershipIds: readonly Id[],
  series: readonly Series[],
): Promise<void> => {
  await sql`delete from signal_series where workspace_id = ${actor.workspaceId} and partnership_id = any(${partnershipIds}::uuid[])`.execute(
    db,
  )
  if (series.length === 0) return
  const column = <K extends keyof Series>(key: K) => series.map((each) => each[key])
  const packed = (key: "actual" | "expected" | "n") => series.map((each) => each[key] && Buffer.from(each[key]))
  await sql`insert into signal_series (workspace_id, partnership_id, signal, party_id, first_week, weeks, actual, expected, n, computed_at)
    select ${actor.workspaceId}::uuid, partnership_id, signal, party_id, first_week, octet_length(actual) / 4, actual, expected, n, ${now}::timestamptz
    from unnest(${column("partnershipId")}::uuid[], ${column("signal")}::text[], ${column("partyId")}::uuid[], ${column("firstWeek")}::integer[],
      ${packed("actual")}::bytea[], ${packed("expected")}::bytea[], ${packed("n")}::bytea[])
      as made (partnership_id, signal, party_id, first_week, actual, expected, n)`.execute(db)
}
