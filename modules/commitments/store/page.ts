import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { userNameOf } from "#modules/workspaces"
import { pageIn } from "#platform/cursor"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { countsIn, isKeptInTimeIn } from "../facts.ts"
import type { OccurrenceState } from "../rules.ts"
import { type OccurrenceRow, occurrencesWithTitles, typedOccurrence } from "./occurrence.ts"

/** Due instances that are shown at once: two years of a weekly promise. */
const mostShown = 104

type Shown = Readonly<{ shown: readonly OccurrenceRow[]; older: number; kept: Readonly<{ kept: number; due: number }> }>

/** The newest due instances of a promise, in order of their days, how many lie before them, and how all were kept lately. */
export const occurrencesOfCommitment = async (tx: WorkspaceTx, commitmentId: Id): Promise<Shown> => {
  const counted = countsIn("occurrence", tx.today)
  const rows = await occurrencesWithTitles(tx)
    .where("occurrence.commitmentId", "=", commitmentId)
    .select(sql<number>`(count(*) over ())::integer`.as("all"))
    .select(sql<number>`(count(*) filter (where ${counted}) over ())::integer`.as("due"))
    .select(
      sql<number>`(count(*) filter (where ${counted} and ${isKeptInTimeIn("occurrence")}) over ())::integer`.as("kept"),
    )
    .orderBy("occurrence.dueOn", "desc")
    .orderBy("occurrence.id", "desc")
    .limit(mostShown)
    .execute()
  const { all = 0, due = 0, kept = 0 } = rows[0] ?? {}
  const shown = rows.map(({ all: _, due: __, kept: ___, ...row }) => typedOccurrence(row)).toReversed()
  return { shown, older: all - rows.length, kept: { kept, due } }
}

/** Who looks after the partnership for the host, by name; null where nobody does, or the reader may not know the person. */
export const hostOwnerOf = async ({ db, actor }: WorkspaceTx, partnershipId: Id): Promise<string | null> => {
  const { rows } = await sql<{ name: string }>`select m.name from partnership p
    join member m on m.workspace_id = p.workspace_id and m.id = p.owner_id and m.deactivated_at is null
    where p.workspace_id = ${actor.workspaceId} and p.id = ${partnershipId}`.execute(db)
  return rows[0]?.name ?? null
}

/** What an event about a promise says of it; what an older version or an import left out is not known. */
type Told = Readonly<{
  id: Id
  kind: string
  occurrence: Id
  occurredAt: Instant
  recordedAt: Instant
  partyId: Id
  side: "host" | "partner"
  actorKind: "member" | "partner-user" | "system"
  name: string | null
  source: string
  dueOn: PlainDate | null
  before: OccurrenceState | null
  state: OccurrenceState | null
  reason: string | null
}>

const said = (key: string) => sql<string | null>`event.payload->>${sql.lit(key)}`

/** Who did what with any due instance of a promise; that a window opened is nobody's act. */
export const historyOf = (
  { db, actor }: WorkspaceTx,
  { commitment, limit, after }: Readonly<{ commitment: Id; limit: number; after?: string | undefined }>,
) => {
  const query = db
    .selectFrom("event")
    .select([
      "event.id",
      "event.kind",
      "event.subjectId as occurrence",
      "event.occurredAt",
      "event.recordedAt",
      "event.partyId",
      "event.side",
      "event.actorKind",
      "event.source",
    ])
    .select(userNameOf(actor.workspaceId, "event.actorId").as("name"))
    .select([said("dueOn").as("dueOn"), said("before").as("before")])
    .select([said("state").as("state"), said("reason").as("reason")])
    .where("event.workspaceId", "=", actor.workspaceId)
    .where("event.subjectType", "=", "occurrence")
    .where("event.kind", "!=", "commitment.became_due")
    .where(
      sql<boolean>`event.subject_id = any(array(select o.id from occurrence o
        where o.workspace_id = ${actor.workspaceId} and o.commitment_id = ${commitment}))`,
    )
  return pageIn(query.$castTo<Told>(), { by: "event.id", id: "event.id", descending: true, limit, after })
}
