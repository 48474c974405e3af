import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { isLiveIn } from "#modules/partnerships"
import { anyOf, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { AppealTerms, Benefits, Judged, Outcome, Rate, Said } from "../rules.ts"

/** A tier as it was judged, with what it gives. */
export type KeptTier = Judged & Readonly<{ benefits: Benefits }>

/** How an enrolment stands, in the words of the terms of that day: what a partner reads, who reads no program itself. */
export type KeptStanding = Readonly<{
  program: string
  /** The version that it was judged by. */
  number: number
  currency: string
  graceDays: number
  /** Missing in what was kept before appeals: the usual. */
  appeals?: AppealTerms | undefined
  /** Kept with the enrolment alone, for who reads no program and asks what a past day comes to now. */
  rates?: readonly Rate[] | undefined
  tiers: KeptTier[]
  coming: Readonly<{ holdsFrom: PlainDate; tiers: KeptTier[] }> | null
}>

export const enrolments = tableOf<{ byHand: Record<string, Said>; standing: KeptStanding | null }>()(
  "enrolment",
  [
    ...(["id", "programId", "partnershipId", "tier", "tierSince", "graceUntil", "byHand", "standing"] as const),
    ...(["standingOn", "evaluatedOn", "endedOn", "retiredOn", "keptUntil", "version"] as const),
  ],
  { made: ["enrolledAt"] },
)
export type EnrolmentRow = Row<typeof enrolments>

export const openIn = (tx: WorkspaceTx, programId: Id) =>
  enrolments.rows(tx).where("programId", "=", programId).where("endedOn", "is", null).orderBy("id").execute()

/** Those of today and those that a retired program had at its end: who left before is not shown. */
const isShown = sql<boolean>`(ended_on is null or retired_on is not null)`

export const shownIn = (tx: WorkspaceTx, programId: Id) =>
  enrolments.rows(tx).where("programId", "=", programId).where(isShown).orderBy("id").execute()

/** Of one program those that are in it, so that nobody leaves or is evaluated meanwhile. */
export const lockOpenIn = (tx: WorkspaceTx, programId: Id) =>
  enrolments
    .rows(tx)
    .where("programId", "=", programId)
    .where("endedOn", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute()

/** A program ends for these, which are locked. */
export const retireEnrolments = async (
  { db, actor }: WorkspaceTx,
  ids: readonly Id[],
  retiredOn: PlainDate,
): Promise<void> => {
  await db
    .updateTable("enrolment")
    .set(({ eb }) => ({ endedOn: retiredOn, retiredOn, graceUntil: null, version: eb("version", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .execute()
}

export const countOpenIn = async ({ db, actor }: WorkspaceTx, programId: Id): Promise<number> => {
  const { count } = await db
    .selectFrom("enrolment")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("programId", "=", programId)
    .where("endedOn", "is", null)
    .executeTakeFirstOrThrow()
  return count
}

/** The tiers that somebody in a program has. */
export const tiersHeldIn = async ({ db, actor }: WorkspaceTx, programId: Id): Promise<readonly (string | null)[]> => {
  const rows = await db
    .selectFrom("enrolment")
    .select("tier")
    .distinct()
    .where("workspaceId", "=", actor.workspaceId)
    .where("programId", "=", programId)
    .where("endedOn", "is", null)
    .execute()
  return rows.map(({ tier }) => tier)
}

export const openOf = (tx: WorkspaceTx, partnershipId: Id) =>
  enrolments
    .rows(tx)
    .where("partnershipId", "=", partnershipId)
    .where("endedOn", "is", null)
    .orderBy("enrolledAt")
    .orderBy("id")
    .execute()

/** What it is in, before what it was in when that was retired. */
export const shownOf = (tx: WorkspaceTx, partnershipId: Id) =>
  enrolments
    .rows(tx)
    .where("partnershipId", "=", partnershipId)
    .where(isShown)
    .orderBy("retiredOn", (order) => order.desc().nullsFirst())
    .orderBy("enrolledAt")
    .orderBy("id")
    .execute()

/** Those of live partnerships that nobody has looked at today, to be looked at now; another who comes waits. */
export const lockUnseen = (tx: WorkspaceTx, limit: number) =>
  enrolments
    .rows(tx)
    .where("endedOn", "is", null)
    .where(({ eb, or }) => or([eb("standingOn", "is", null), eb("standingOn", "<", tx.today)]))
    .where(
      sql<boolean>`exists (select from partnership p where p.workspace_id = ${tx.actor.workspaceId}
        and p.id = enrolment.partnership_id and ${isLiveIn("p")})`,
    )
    .orderBy("id")
    .limit(limit)
    .forUpdate()
    .execute()

const evaluations = tableOf<{ outcome: Outcome; standing: KeptStanding }>()(
  "programEvaluation",
  [
    ...(["id", "enrolmentId", "partnershipId", "evaluatedOn", "evaluatedAt", "outcome", "tierBefore"] as const),
    ...(["tierAfter", "graceUntil", "standing"] as const),
  ],
  { made: ["evaluatedAt"] },
)

export const insertEvaluation = evaluations.insert
export const findEvaluation = evaluations.find

/** The newest first. */
export const evaluationsOf = (tx: WorkspaceTx, enrolmentId: Id, most: number) =>
  evaluations
    .rows(tx)
    .where("enrolmentId", "=", enrolmentId)
    .orderBy("evaluatedAt", "desc")
    .orderBy("id", "desc")
    .limit(most)
    .execute()

/** What was decided last of an enrolment that moved anything. */
export const lastMovement = (tx: WorkspaceTx, enrolmentId: Id) =>
  evaluations
    .rows(tx)
    .where("enrolmentId", "=", enrolmentId)
    .where(sql<boolean>`outcome not in ('stays', 'undecided', 'in_grace')`)
    .orderBy("evaluatedAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst()

/** The same of many enrolments, of each the last. */
export const lastMovementOf = async (
  { db, actor }: WorkspaceTx,
  enrolmentIds: readonly Id[],
): Promise<ReadonlyMap<Id, Readonly<{ id: Id; outcome: Outcome; evaluatedOn: PlainDate }>>> => {
  type Last = Readonly<{ enrolmentId: Id; id: Id; outcome: Outcome; evaluatedOn: PlainDate }>
  const { rows } = await sql<Last>`
    select distinct on (e.enrolment_id) e.enrolment_id, e.id, e.outcome, e.evaluated_on from program_evaluation e
    where e.workspace_id = ${actor.workspaceId} and e.enrolment_id = any(${enrolmentIds}::uuid[])
      and e.outcome not in ('stays', 'undecided', 'in_grace')
    order by e.enrolment_id, e.evaluated_at desc, e.id desc`.execute(db)
  return new Map(rows.map((row) => [row.enrolmentId, row]))
}

/** The version by which an enrolment's tier was met when that was last decided; undefined where it never was. */
export const lastMetBy = async ({ db, actor }: WorkspaceTx, enrolmentId: Id, tier: string | null) => {
  const { rows } = await sql<{ number: number }>`
    select (e.standing ->> 'number')::int as number from program_evaluation e
    where e.workspace_id = ${actor.workspaceId} and e.enrolment_id = ${enrolmentId} and exists (
      select from jsonb_array_elements(e.standing -> 'tiers') t
      where t ->> 'key' = ${tier} and t ->> 'standing' = 'met')
    order by e.evaluated_at desc, e.id desc limit 1`.execute(db)
  return rows[0]?.number
}

/** What these partnerships are called. */
export const partnershipsOf = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]) => {
  const { rows } = await sql<{ id: Id; name: string }>`select p.id, p.name from partnership p
    where p.workspace_id = ${actor.workspaceId} and p.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
