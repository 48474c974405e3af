import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { anyOf, sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { EvidenceNeeded, Occurrence, OccurrenceState, Undo } from "../rules.ts"
import { askedAbout } from "./proposal.ts"

const occurrences = tableOf<{ state: OccurrenceState }>()("occurrence", ["id", "version"], { saved: ["recordedAt"] })

/** An occurrence with what its commitment and partnership are called. */
export const occurrencesWithTitles = ({ db, actor }: WorkspaceTx) =>
  db
    .selectFrom("occurrence")
    .innerJoin("commitment", (join) =>
      join
        .onRef("commitment.workspaceId", "=", "occurrence.workspaceId")
        .onRef("commitment.id", "=", "occurrence.commitmentId"),
    )
    .innerJoin("partnership", (join) =>
      join
        .onRef("partnership.workspaceId", "=", "occurrence.workspaceId")
        .onRef("partnership.id", "=", "occurrence.partnershipId"),
    )
    .select([
      "occurrence.id",
      "occurrence.commitmentId",
      "occurrence.partnershipId",
      "occurrence.partyId",
      "occurrence.owedBy",
      "occurrence.dueOn",
      "occurrence.windowDays",
      "occurrence.state",
      "occurrence.closedOn",
      "occurrence.reportedOn",
      "occurrence.recordedAt",
      "occurrence.reDated",
      "occurrence.missedOn",
      "occurrence.clockId",
      "occurrence.note",
      "occurrence.version",
      "commitment.title",
      "commitment.clause",
      "commitment.evidenceNeeded",
      "commitment.weight",
      "commitment.unit",
      "partnership.name as partnershipName",
    ])
    // Of what a clock made there is no other day than the one it was due on.
    .select(
      sql<PlainDate>`case when occurrence.clock_id is null then occurrence.first_due_on else occurrence.due_on end`.as(
        "firstDueOn",
      ),
    )
    .select([
      sql<number | null>`coalesce(occurrence.amount, commitment.amount)`.as("amount"),
      sql<boolean>`occurrence.amount is not null`.as("isPart"),
    ])
    .select([sql<Undo | null>`occurrence.undo`.as("undo"), askedAbout(actor.workspaceId, "occurrence").as("asked")])
    .where("occurrence.workspaceId", "=", actor.workspaceId)
    .where("commitment.workspaceId", "=", actor.workspaceId)
    .where("partnership.workspaceId", "=", actor.workspaceId)

export type Closed = { owedBy: Side; state: OccurrenceState; evidenceNeeded: EvidenceNeeded }

/** The check constraints of the tables hold these to the closed lists. */
export const typedOccurrence = <Row extends Record<keyof Closed, string>>(row: Row) =>
  row as Omit<Row, keyof Closed> & Closed

export const findOccurrence = async (tx: WorkspaceTx, id: Id) => {
  const row = await occurrencesWithTitles(tx).where("occurrence.id", "=", id).executeTakeFirst()
  return row && typedOccurrence(row)
}

const held = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<void> => {
  await db
    .selectFrom("occurrence")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .orderBy("id")
    .forUpdate()
    .execute()
}

/**
 * Locks these in one order, so that two who settle the same ones wait for each other and for nothing else. They are read once
 * they are held: whoever waited sees also what was proposed and answered meanwhile.
 */
export const lockOccurrences = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<readonly OccurrenceRow[]> => {
  await held(tx, ids)
  const rows = await occurrencesWithTitles(tx)
    .where("occurrence.id", "=", anyOf(ids))
    .orderBy("occurrence.id")
    .execute()
  return rows.map(typedOccurrence)
}

export const lockOccurrence = async (tx: WorkspaceTx, id: Id): Promise<OccurrenceRow | undefined> =>
  (await lockOccurrences(tx, [id]))[0]

export type OccurrenceRow = NonNullable<Awaited<ReturnType<typeof findOccurrence>>>

export const occurrencesBetween = async (
  tx: WorkspaceTx,
  partnershipId: Id,
  from: PlainDate,
  to: PlainDate,
): Promise<OccurrenceRow[]> => {
  const most = 2_000
  const rows = await occurrencesWithTitles(tx)
    .where("occurrence.partnershipId", "=", partnershipId)
    .where("occurrence.dueOn", ">=", from)
    .where("occurrence.dueOn", "<=", to)
    .orderBy("occurrence.dueOn")
    .orderBy("occurrence.id")
    .limit(most)
    .execute()
  return rows.map(typedOccurrence)
}

export type Change = Pick<Occurrence, "state" | "closedOn" | "reportedOn" | "missedOn"> &
  Partial<Pick<Occurrence, "dueOn" | "reDated">> & { note?: string | null }

export const saveOccurrence = async (
  tx: WorkspaceTx,
  { id }: OccurrenceRow,
  change: Change,
  undo: Undo | null = null,
): Promise<OccurrenceRow> => {
  await occurrences.save(tx, id, { ...change, undo: undo && JSON.stringify(undo) })
  const row = await occurrencesWithTitles(tx).where("occurrence.id", "=", id).executeTakeFirstOrThrow()
  return typedOccurrence(row)
}

export type NewOccurrence = Readonly<{
  id: Id
  commitmentId: Id
  partnershipId: Id
  partyId: Id
  dueOn: PlainDate
  firstDueOn: PlainDate
  windowDays: number
  amount: number | null
}>

/** Makes due instances; one that exists for its day already is left as it is. */
export const insertOccurrences = async (tx: WorkspaceTx, made: readonly NewOccurrence[]): Promise<void> => {
  const { db, actor } = tx
  tx.figuresChanged(
    made.map(({ partnershipId }) => partnershipId),
    ["occurrence"],
  )
  const perStatement = 2_000
  for (let at = 0; at < made.length; at += perStatement)
    await db
      .insertInto("occurrence")
      .values(made.slice(at, at + perStatement).map((each) => ({ workspaceId: actor.workspaceId, ...each })))
      .onConflict((conflict) => conflict.columns(["workspaceId", "commitmentId", "firstDueOn"]).doNothing())
      .execute()
}
