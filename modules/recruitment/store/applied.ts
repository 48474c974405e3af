import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { type Asked, askedIn } from "#platform/attention"
import { anyOf, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { CandidateStage } from "../rules.ts"
import { type FormRow, titleOf } from "./forms.ts"

type Held = Readonly<{ id: Id; company: string; formTitle: string; receivedAt: Instant; ownerName: string | null }>

/**
 * What is held back, the oldest first. Mine is what came by a form that one looks after and, for those who may decide on it, by one that
 * nobody looks after, or somebody who has left.
 */
export const heldApplications = async (tx: WorkspaceTx, asked: Asked, mayDecide: boolean) => {
  const { actor } = tx
  const self = actor.kind === "member" ? actor.memberId : null
  const orNobodys = mayDecide ? sql`or m.id is null or m.deactivated_at is not null` : sql``
  const ofReader = asked.whose === "mine" ? sql`and (f.owner_id = ${self} ${orNobodys})` : sql``
  type Read = Omit<Held, "formTitle"> & Readonly<{ words: FormRow["words"]; found: number }>
  const { rows } = await sql<Read>`
    select a.id, a.company, f.words, a.received_at, case when m.id = ${self} then null else m.name end as owner_name,
      (count(*) over ())::int as found
    from application a
      join application_form f on f.workspace_id = ${actor.workspaceId} and f.id = a.form_id
      left join member m on m.workspace_id = ${actor.workspaceId} and m.id = f.owner_id
    where a.workspace_id = ${actor.workspaceId} and a.state = 'suspected' ${ofReader} ${askedIn("a.id", asked)}
    order by a.received_at, a.id limit ${asked.most}`.execute(tx.db)
  const held: readonly Held[] = rows.map(({ found: _, words, ...row }) => ({ ...row, formTitle: titleOf({ words }) }))
  return { rows: held, found: rows[0]?.found ?? 0 }
}

/** Of an application that became a candidate: who looks after that one, whether they took it themselves, and what there is to say of it; nothing where nobody does. */
export const whoHearsOf = async ({ db, actor }: WorkspaceTx, applicationId: Id) => {
  type Read = Readonly<{ userId: string; hasTaken: boolean; candidateId: Id; company: string; words: FormRow["words"] }>
  const { rows } = await sql<Read>`
    select m.user_id, a.settled_by is not distinct from m.id as has_taken, c.id as candidate_id, a.company, f.words
    from application a
      join application_form f on f.workspace_id = ${actor.workspaceId} and f.id = a.form_id
      join candidate c on c.workspace_id = ${actor.workspaceId} and c.id = a.candidate_id
      join member m on m.workspace_id = ${actor.workspaceId} and m.id = c.owner_id
    where a.workspace_id = ${actor.workspaceId} and a.id = ${applicationId}`.execute(db)
  return rows.map(({ words, ...row }) => ({ ...row, form: titleOf({ words }) }))
}

/** Of these candidates those that stand in one of these stages. */
export const candidatesIn = async (
  { db, actor }: WorkspaceTx,
  ids: readonly Id[],
  stages: readonly CandidateStage[],
): Promise<ReadonlySet<unknown>> => {
  const rows = await db
    .selectFrom("candidate")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .where("stage", "=", anyOf(stages))
    .execute()
  return new Set(rows.map(({ id }) => id))
}
