import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { Assessment } from "../rules.ts"

export type Judged = Readonly<{ finding: Assessment; isDrifting: boolean }>

/** Writes many findings in one statement; what has not changed is left alone. */
export const saveFindings = async (
  { db, actor, now }: WorkspaceTx,
  asOf: PlainDate,
  judged: readonly Judged[],
): Promise<void> => {
  const rows = judged.map(({ finding, isDrifting }) => ({
    partnership_id: finding.partnership,
    scored: finding.scored,
    drifting: isDrifting,
    probability: finding.probability,
    onset_on: isDrifting ? (finding.onset?.date ?? null) : null,
    first_side: isDrifting ? finding.firstSide : null,
    first_party_id: isDrifting ? finding.firstPartyId : null,
    finding,
  }))
  await sql`insert into drift_finding
      (workspace_id, partnership_id, as_of, scored, drifting, probability, onset_on, first_side, first_party_id, finding, computed_at)
    select ${actor.workspaceId}::uuid, partnership_id, ${asOf}::date, scored, drifting, probability, onset_on, first_side, first_party_id, finding, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as judged (partnership_id uuid, scored boolean, drifting boolean,
      probability numeric, onset_on date, first_side text, first_party_id uuid, finding jsonb)
    order by partnership_id
    on conflict (workspace_id, partnership_id) do update set as_of = excluded.as_of, scored = excluded.scored,
      drifting = excluded.drifting, probability = excluded.probability, onset_on = excluded.onset_on,
      first_side = excluded.first_side, first_party_id = excluded.first_party_id, finding = excluded.finding, computed_at = excluded.computed_at
    where drift_finding.as_of <> excluded.as_of or drift_finding.drifting <> excluded.drifting
      or drift_finding.finding is distinct from excluded.finding`.execute(db)
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
export const deleteFindings = async ({ db, actor }: WorkspaceTx, partnershipIds: readonly Id[]): Promise<void> => {
  await sql`delete from drift_finding
    where workspace_id = ${actor.workspaceId} and partnership_id = any(${partnershipIds}::uuid[])`.execute(db)
}
