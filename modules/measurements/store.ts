import type { Visibility } from "#core/actor"
import type { Id } from "#core/ids"
import { anyOf, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { catalogue } from "#rules/metrics"

type MeasuredSide = "host" | "partner" | "both"
type State = "agreed" | "disputed" | "superseded"

export const measurements = tableOf<{ side: MeasuredSide; state: State; visibility: Visibility }>()(
  "measurement",
  [
    "id",
    "partnershipId",
    "signal",
    "partyId",
    "side",
    "periodStart",
    "periodDays",
    "value",
    "expected",
    "n",
    "state",
    "source",
    "recordedAt",
    "retractedAt",
    "visibility",
  ],
  { made: ["recordedAt"] },
)

export type MeasurementRow = Row<typeof measurements>
type NewMeasurement = Parameters<typeof measurements.insert>[1]

/** Inserts a value; an earlier one for the same signal, party and period is marked as superseded, and kept. */
export const insertMeasurement = async (tx: WorkspaceTx, made: NewMeasurement): Promise<MeasurementRow> => {
  await tx.db
    .updateTable("measurement")
    .set({ state: "superseded" })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("partnershipId", "=", made.partnershipId)
    .where("signal", "=", made.signal)
    .where("partyId", "is not distinct from", made.partyId ?? null)
    .where("periodStart", "=", made.periodStart)
    .where("retractedAt", "is", null)
    .execute()
  return measurements.insert(tx, made)
}

type Filter = Readonly<{
  partnership: Id
  limit: number
  after?: string | undefined
  sort: "periodStart" | "-periodStart"
  signal?: string | undefined
  withReplaced: boolean
}>

export const listMeasurements = (tx: WorkspaceTx, { partnership, signal, withReplaced, ...asked }: Filter) =>
  measurements.page(tx, asked, (rows) => {
    const { actor } = tx
    let wanted = rows.where("partnershipId", "=", partnership)
    // A company of a consortium reads its own figures and the host's (isFigureFor of #core/actor).
    if (actor.kind === "partner-user")
      wanted = wanted.where(({ eb, or }) =>
        or([eb("partyId", "is", null), eb("partyId", "=", anyOf([actor.workspaceId, actor.organizationId]))]),
      )
    if (signal !== undefined) wanted = wanted.where("signal", "=", signal)
    return withReplaced
      ? wanted
      : wanted.where("retractedAt", "is", null).where("state", "<>", "superseded").where(isLatest(actor.workspaceId))
  })

/** Of which the last of a day stands for the day. */
const levels = catalogue.filter(({ kind }) => kind === "level").map(({ key }) => key)

/**
 * No later one of the same signal, party and day counts: files bring values that replace others without saying so. What one file has of one day
 * counts together.
 */
const isLatest = (workspaceId: Id) => sql<boolean>`not exists (select from measurement later
  where later.workspace_id = ${workspaceId} and later.partnership_id = measurement.partnership_id and later.signal = measurement.signal
    and (later.party_id = measurement.party_id or (later.party_id is null and measurement.party_id is null)) and later.period_start = measurement.period_start
    and (coalesce(later.import_id, later.id) <> coalesce(measurement.import_id, measurement.id) or later.signal = any(${levels}::text[]))
    and later.retracted_at is null and (later.recorded_at, later.id) > (measurement.recorded_at, measurement.id))`

/** What the signals that somebody measured here are called; a file may write them otherwise. */
export const measuredSignals = async ({ db, actor }: WorkspaceTx): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom("measurement")
    .select("signal")
    .distinct()
    .where("workspaceId", "=", actor.workspaceId)
    .where("retractedAt", "is", null)
    .orderBy("signal", "desc")
    .limit(mostSignals)
    .execute()
  return rows.map(({ signal }) => signal)
}

/** A workspace with more has a column of free text among its signals. */
const mostSignals = 10_000
