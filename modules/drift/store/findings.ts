import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { sql } from "#platform/database"
import { writeRows } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Assessment } from "../rules.ts"

export type Judged = Readonly<{ finding: Assessment; isDrifting: boolean }>

/** Writes many findings; what has not changed is left alone. */
export const saveFindings = async (tx: WorkspaceTx, asOf: PlainDate, judged: readonly Judged[]): Promise<void> => {
  const values = ["scored", "drifting", "probability", "onset_on", "first_side", "first_party_id", "finding"]
  tx.figuresChanged(
    judged.map(({ finding }) => finding.partnership),
    ["drift_finding"],
  )
  const taken = ["as_of", ...values, "computed_at"].map((column) => `${column} = excluded.${column}`)
  await writeRows(tx, {
    into: "drift_finding",
    same: { as_of: asOf, computed_at: tx.now },
    columns: ["partnership_id", ...values],
    rows: judged
      .map(({ finding, isDrifting }) => [
        ...[finding.partnership, finding.scored, isDrifting, finding.probability],
        ...(isDrifting ? [finding.onset?.date, finding.firstSide, finding.firstPartyId] : [null, null, null]),
        JSON.stringify(finding),
      ])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    onConflict: `on conflict (workspace_id, partnership_id) do update set ${taken.join(", ")}
      where drift_finding.as_of <> excluded.as_of or drift_finding.drifting <> excluded.drifting
        or drift_finding.finding is distinct from excluded.finding`,
  })
}

export const findFinding = async ({ db, actor }: WorkspaceTx, partnershipId: Id) => {
  const row = await db
    .selectFrom("driftFinding")
    .select(["asOf", "drifting", "finding", "computedAt"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("partnershipId", "=", partnershipId)
    .executeTakeFirst()
  return row && { ...row, finding: row.finding as Assessment }
}

/** Partnerships that ended are not judged any more. */
export const deleteFindings = async (tx: WorkspaceTx, partnershipIds: readonly Id[]): Promise<void> => {
  const { db, actor } = tx
  tx.figuresChanged(partnershipIds, ["drift_finding"])
  await sql`delete from drift_finding
    where workspace_id = ${actor.workspaceId} and partnership_id = any(${partnershipIds}::uuid[])`.execute(db)
}
