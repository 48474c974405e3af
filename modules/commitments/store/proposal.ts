import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { userNameOf } from "#modules/workspaces"
import { anyOf, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Asked, AskedOf, ProposalState } from "../rules.ts"

type Closed = { kind: Asked["kind"]; state: ProposalState }

const proposals = tableOf<Closed>()(
  "promiseProposal",
  [
    ...(["id", "batchId", "occurrenceId", "partnershipId", "partyId", "kind", "dueOn", "wasDueOn", "reason"] as const),
    ...(["state", "proposedAt", "agreedWith", "agreedOn", "version"] as const),
  ],
  { made: ["proposedAt"] },
)

export type ProposalRow = Row<typeof proposals>

export const insertProposals = proposals.insertAll
export const lockProposal = proposals.lock
export const saveProposal = proposals.save

/** SQL: the proposal about a row of `occurrence` that waits for the other party's word, or that was recorded without it. */
export const askedAbout = (workspaceId: Id, of: string) => sql<AskedOf | null>`(
  select jsonb_build_object('id', pr.id, 'state', pr.state) from promise_proposal pr
  where pr.workspace_id = ${workspaceId} and pr.occurrence_id = ${sql.ref(`${of}.id`)} and pr.state in ('open', 'recorded')
  order by pr.state, pr.proposed_at desc limit 1)`

/** SQL: a change of a row of `occurrence` was asked for, and nobody has answered. */
export const isProposedIn = (workspaceId: Id, of: string) =>
  sql<boolean>`exists (select from promise_proposal pr where pr.workspace_id = ${workspaceId}
    and pr.occurrence_id = ${sql.ref(`${of}.id`)} and pr.state = 'open')`

/** The proposals of these ids, with whoever made them by name where the reader may know the person. */
export const proposalsShown = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]) => {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom("promiseProposal")
    .select(["id", "kind", "state", "dueOn", "wasDueOn", "reason", "partyId", "proposedAt", "agreedWith", "agreedOn"])
    .select(userNameOf(actor.workspaceId, "promiseProposal.proposedBy").as("proposedBy"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Asked["kind"], state: row.state as ProposalState }))
}

/** Of these, what still waits for an answer. */
export const openAmong = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<readonly Id[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom("promiseProposal")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .where("state", "=", "open")
    .execute()
  return rows.map(({ id }) => id)
}

/** The proposal about this that was answered in that moment, and who had made it. */
export const answeredAt = ({ db, actor }: WorkspaceTx, occurrenceId: Id, at: Instant) =>
  db
    .selectFrom("promiseProposal")
    .select(["id", "state", "proposedBy"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("occurrenceId", "=", occurrenceId)
    .where("state", "=", anyOf(["confirmed", "refused"]))
    .where("answeredAt", "=", at)
    .executeTakeFirst()

/** What was asked at once, in order of the days it is about, and still waits; locked where it is about to be answered. */
export const openInBatch = (tx: WorkspaceTx, batchId: Id, isLocked = false): Promise<ProposalRow[]> => {
  const rows = proposals.rows(tx).where("batchId", "=", batchId).where("state", "=", "open").orderBy("id")
  return (isLocked ? rows.forUpdate() : rows).execute()
}

export const proposalsInBatch = (tx: WorkspaceTx, batchId: Id): Promise<ProposalRow[]> =>
  proposals.rows(tx).where("batchId", "=", batchId).orderBy("wasDueOn").orderBy("id").execute()

/** What somebody else settled needs no answer any more. */
export const voidProposals = async ({ db, actor, now }: WorkspaceTx, occurrenceId: Id): Promise<void> => {
  await db
    .updateTable("promiseProposal")
    .set({ state: "void", answeredAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("occurrenceId", "=", occurrenceId)
    .where("state", "=", "open")
    .execute()
}

/** Its answer was taken back: it waits as it did; one that was recorded alone is recorded again. */
export const reopenProposal = async ({ db, actor }: WorkspaceTx, id: Id): Promise<void> => {
  await db
    .updateTable("promiseProposal")
    .set({ state: sql`case when agreed_with is null then 'open' else 'recorded' end` })
    .set({ answeredAt: null, answeredBy: null, answeredPartyId: null, answer: null })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute()
}

export const askedOf = ({ kind, dueOn }: Readonly<{ kind: Asked["kind"]; dueOn: PlainDate | null }>): Asked => {
  if (kind === "waive") return { kind, dueOn: null }
  if (dueOn === null) throw new Error("a new date is a day")
  return { kind, dueOn }
}
