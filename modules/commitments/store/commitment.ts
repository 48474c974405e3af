import type { Side } from "#core/actor"
import type { PartialReading, PeriodKind } from "#core/duePeriods"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { PromiseKind } from "#modules/clocks"
import { isLiveIn } from "#modules/partnerships"
import { sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { type Cadence, type CommitmentMeasure, type EvidenceNeeded, minutesIn } from "../rules.ts"

/** Columns as the table's check constraints hold them. */
type Closed = Readonly<{
  owedBy: Side
  measure: CommitmentMeasure
  cadence: Cadence
  evidenceNeeded: EvidenceNeeded
  service: PromiseKind | null
  answers: PromiseKind | null
  periods: PeriodKind | null
  partial: PartialReading | null
}>

export const commitments = tableOf<Closed>()(
  "commitment",
  [
    "id",
    "partnershipId",
    "agreementId",
    "partyId",
    "owedBy",
    "title",
    "clause",
    "clauseKey",
    "measure",
    "cadence",
    "amount",
    "unit",
    "withinHours",
    "service",
    "answers",
    "startsOn",
    "endsOn",
    "firstDueOn",
    "periods",
    "partial",
    "firstAmount",
    "lastAmount",
    "windowDays",
    "evidenceNeeded",
    "weight",
    "occurrencesUntil",
    "createdAt",
  ],
  { made: ["createdAt"] },
)

export type CommitmentRow = Row<typeof commitments>
export type NewCommitment = Parameters<typeof commitments.insert>[1]

/** All occurrences that there will ever be are made. */
export const allMade: PlainDate = "9999-12-31"

export const insertCommitments = commitments.insertAll
export const findCommitment = commitments.find

/** The promise of a service in a partnership, made when its first clock ends: two that make it at once make one. */
export const serviceCommitment = async (
  tx: WorkspaceTx,
  made: NewCommitment & Readonly<{ service: PromiseKind; withinHours: number }>,
): Promise<CommitmentRow> => {
  await tx.db
    .insertInto("commitment")
    .values({ ...made, workspaceId: tx.actor.workspaceId, occurrencesUntil: allMade, createdAt: tx.now })
    .onConflict((conflict) =>
      conflict
        .columns(["workspaceId", "partnershipId", "service", "withinHours"])
        .where("service", "is not", null)
        .doNothing(),
    )
    .execute()
  return commitments
    .rows(tx)
    .where("partnershipId", "=", made.partnershipId)
    .where("service", "=", made.service)
    .where("withinHours", "=", made.withinHours)
    .executeTakeFirstOrThrow()
}

/** Where an agreement promises that service in so many minutes, what it promises for what was submitted on that day. */
export const agreedService = async (
  tx: WorkspaceTx,
  asked: Readonly<{ partnershipId: Id; promise: PromiseKind; promisedMinutes: number; submittedOn: PlainDate }>,
): Promise<CommitmentRow | undefined> => {
  const rows = await commitments
    .rows(tx)
    .where("partnershipId", "=", asked.partnershipId)
    .where("answers", "=", asked.promise)
    .where("startsOn", "<=", asked.submittedOn)
    .where(({ eb, or }) => or([eb("endsOn", "is", null), eb("endsOn", ">=", asked.submittedOn)]))
    .orderBy("startsOn")
    .orderBy("id")
    .execute()
  return rows.find(({ withinHours }) => withinHours !== null && minutesIn(withinHours) === asked.promisedMinutes)
}

/** All that an agreement has promised, what holds no more too. */
export const allOfAgreement = (tx: WorkspaceTx, agreementId: Id): Promise<CommitmentRow[]> =>
  commitments.rows(tx).where("agreementId", "=", agreementId).execute()

export const commitmentsOf = (tx: WorkspaceTx, partnershipId: Id): Promise<CommitmentRow[]> =>
  commitments
    .rows(tx)
    .where("partnershipId", "=", partnershipId)
    .orderBy("owedBy")
    .orderBy("partyId")
    .orderBy("weight", "desc")
    .orderBy("id")
    .execute()

/** Locks commitments of living partnerships whose occurrences do not reach `until` yet; leaves those another worker holds. */
export const lockCommitmentsBehind = (tx: WorkspaceTx, until: PlainDate, limit: number): Promise<CommitmentRow[]> =>
  commitments
    .rows(tx)
    .where(sql<boolean>`coalesce(occurrences_until, '0001-01-01'::date) < ${until}::date`)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("partnership")
          .select("partnership.id")
          .where("partnership.workspaceId", "=", tx.actor.workspaceId)
          .whereRef("partnership.id", "=", "commitment.partnershipId")
          .where(isLiveIn("partnership")),
      ),
    )
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()

/** Writes how far ahead the occurrences of each commitment are made. */
export const saveReach = async (
  { db, actor }: WorkspaceTx,
  reached: readonly Readonly<{ id: Id; until: PlainDate }>[],
): Promise<void> => {
  if (reached.length === 0) return
  await sql`update commitment set occurrences_until = reach.until
    from unnest(${reached.map(({ id }) => id)}::uuid[], ${reached.map(({ until }) => until)}::date[]) as reach (id, until)
    where commitment.workspace_id = ${actor.workspaceId} and commitment.id = reach.id`.execute(db)
}

/**
 * Moves the end of those promises of an agreement that ran to its end; what lies beyond is made again by the daily job. Gives those that
 * ask for a share of what their term cuts off: what was said of the part at the old end is said of no other.
 */
export const moveEnd = async (
  { db, actor }: WorkspaceTx,
  agreementId: Id,
  before: PlainDate | null,
  after: PlainDate | null,
): Promise<Id[]> => {
  const moved = await sql<Moved>`update commitment set ends_on = ${after}::date, last_amount = null,
      occurrences_until = case when occurrences_until = ${allMade}::date then ${before}::date else occurrences_until end
    where workspace_id = ${actor.workspaceId} and agreement_id = ${agreementId}
      and ends_on is not distinct from ${before}::date and (${after}::date is null or starts_on <= ${after}::date) and cadence <> 'once'
    returning id, partial`.execute(db)
  return parted(moved.rows)
}

type Moved = Readonly<{ id: Id; partial: PartialReading | null }>
const parted = (rows: readonly Moved[]): Id[] => rows.flatMap(({ id, partial }) => (partial === "pro_rata" ? [id] : []))

/** No promise of the agreement falls due after that day. Gives those that ask for a share of what their term cuts off. */
export const endCommitments = async ({ db, actor }: WorkspaceTx, agreementId: Id, endsOn: PlainDate): Promise<Id[]> => {
  const moved =
    await sql<Moved>`update commitment set ends_on = greatest(starts_on, ${endsOn}::date), last_amount = null,
      occurrences_until = ${allMade}::date
    where workspace_id = ${actor.workspaceId} and agreement_id = ${agreementId} and (ends_on is null or ends_on > ${endsOn}::date)
    returning id, partial`.execute(db)
  return parted(moved.rows)
}

/** The part of a period that an end cut off there goes with that end; what someone has spoken about stays. */
export const dropPartsAt = async ({ db, actor }: WorkspaceTx, ids: readonly Id[], endsOn: PlainDate): Promise<void> => {
  await sql`delete from occurrence where workspace_id = ${actor.workspaceId} and commitment_id = any(${ids}::uuid[])
    and amount is not null and state in ('upcoming', 'due') and first_due_on = ${endsOn}::date and reported_on is null
    and not exists (select from evidence where evidence.workspace_id = ${actor.workspaceId} and evidence.occurrence_id = occurrence.id)`.execute(
    db,
  )
}

/** What was only planned for after the end goes; what someone has spoken about stays. */
export const dropUpcomingAfter = async (
  { db, actor }: WorkspaceTx,
  agreementId: Id,
  endsOn: PlainDate,
): Promise<void> => {
  await sql`delete from occurrence using commitment
    where occurrence.workspace_id = ${actor.workspaceId} and commitment.workspace_id = ${actor.workspaceId}
      and commitment.id = occurrence.commitment_id and commitment.agreement_id = ${agreementId}
      and occurrence.state in ('upcoming', 'due') and occurrence.first_due_on > ${endsOn}::date and occurrence.reported_on is null
      and not exists (select from evidence where evidence.workspace_id = ${actor.workspaceId} and evidence.occurrence_id = occurrence.id)`.execute(
    db,
  )
}
