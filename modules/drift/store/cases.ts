import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { dateIn } from "#core/time"
import { behind, pageOf } from "#platform/cursor"
import { anyOf, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { Assessment, Cause, FirstSide } from "../rules.ts"

export type CaseState = "open" | "recovered" | "accepted" | "dismissed" | "ended"

const columns = [
  "id",
  "partnershipId",
  "state",
  "onsetOn",
  "onsetLow",
  "onsetHigh",
  "detectedOn",
  "probability",
  "firstSide",
  "firstPartyId",
  "cause",
  "confirmedCause",
  "confirmedBy",
  "confirmedAt",
  "closeReason",
  "finding",
  "version",
  "openedAt",
  "closedAt",
] as const

type Typed = Readonly<{
  state: CaseState
  firstSide: FirstSide
  cause: Cause | null
  confirmedCause: Cause | null
  finding: Assessment
}>
const typed = <Row extends Record<keyof Typed, unknown>>(row: Row) => row as Omit<Row, keyof Typed> & Typed

const query = ({ db, actor }: WorkspaceTx) =>
  db.selectFrom("driftCase").select(columns).where("workspaceId", "=", actor.workspaceId)

/** All cases of some partnerships, latest first. */
export const casesOf = async (tx: WorkspaceTx, partnershipIds: readonly Id[]) =>
  (
    await query(tx)
      .where("partnershipId", "=", anyOf(partnershipIds))
      .orderBy("openedAt", "desc")
      .orderBy("id", "desc")
      .execute()
  ).map(typed)

export type CaseRow = Awaited<ReturnType<typeof casesOf>>[number]

export const findCase = async (tx: WorkspaceTx, id: Id) => {
  const row = await query(tx).where("id", "=", id).executeTakeFirst()
  return row && typed(row)
}

export const lockCase = async (tx: WorkspaceTx, id: Id) => {
  const row = await query(tx).where("id", "=", id).forUpdate().executeTakeFirst()
  return row && typed(row)
}

export const listCases = async (
  tx: WorkspaceTx,
  filter: { state?: CaseState | undefined; limit: number; after?: string | undefined },
) => {
  let page = query(tx)
  if (filter.state !== undefined) page = page.where("state", "=", filter.state)
  const { after } = filter
  if (after !== undefined)
    page = page.where(({ ref }) => behind({ column: ref("onsetOn"), id: ref("id"), descending: true, after }))
  const rows = await page
    .orderBy("onsetOn", "desc")
    .orderBy("id", "desc")
    .limit(filter.limit + 1)
    .execute()
  return pageOf(rows.map(typed), filter.limit, (row) => row.onsetOn)
}

/** What a case takes over from a finding that drifts. */
const figures = (finding: Assessment, asOf: PlainDate) => ({
  onsetOn: finding.onset?.date ?? asOf,
  onsetLow: finding.onset?.low ?? asOf,
  onsetHigh: finding.onset?.high ?? asOf,
  probability: finding.probability,
  firstSide: finding.firstSide ?? "undetermined",
  firstPartyId: finding.firstPartyId ?? null,
  cause: finding.causes[0]?.cause ?? null,
  finding: JSON.stringify(finding),
})

export const insertCase = async ({ db, actor, now }: WorkspaceTx, id: Id, finding: Assessment, asOf: PlainDate) =>
  typed(
    await db
      .insertInto("driftCase")
      .values({
        workspaceId: actor.workspaceId,
        id,
        partnershipId: finding.partnership,
        state: "open",
        detectedOn: finding.detectedOn ?? asOf,
        ...figures(finding, asOf),
        openedAt: now,
        updatedAt: now,
      })
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

type CaseChange = Readonly<{
  state?: CaseState
  confirmedCause?: Cause
  confirmedBy?: string
  confirmedAt?: Instant
  closeReason?: string
  closedAt?: Instant
}>

export const saveCase = async ({ db, actor, now }: WorkspaceTx, id: Id, change: CaseChange) =>
  typed(
    await db
      .updateTable("driftCase")
      .set(({ eb }) => ({ ...change, version: eb("version", "+", 1), updatedAt: now }))
      .where("workspaceId", "=", actor.workspaceId)
      .where("id", "=", id)
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

/** Writes a new finding into an open case; nothing happens when it says what the last one said. */
export const refreshCase = async ({ db, actor, now }: WorkspaceTx, id: Id, finding: Assessment, asOf: PlainDate) => {
  const { finding: json, ...rest } = figures(finding, asOf)
  await db
    .updateTable("driftCase")
    .set(({ eb }) => ({ ...rest, finding: json, version: eb("version", "+", 1), updatedAt: now }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where(sql<boolean>`finding is distinct from ${json}::jsonb`)
    .execute()
}

/** Per partnership, the day from which on the new level counts as agreed, as known at an instant: when the last signal had moved. */
export const agreedSince = async ({ db, actor }: WorkspaceTx, partnershipIds: readonly Id[], knownAt: Instant) => {
  const { rows } = await sql<{ partnershipId: Id; since: PlainDate }>`
    select partnership_id, max(greatest(onset_high::text, moved.high)) as since
    from drift_case, lateral (select max(signal #>> '{onset,high}') as high
      from jsonb_array_elements(finding -> 'signals') as signal) as moved
    where workspace_id = ${actor.workspaceId} and partnership_id = any(${partnershipIds}::uuid[]) and state = 'accepted'
      and closed_at <= ${knownAt} group by partnership_id`.execute(db)
  return new Map(rows.map((row) => [row.partnershipId, row.since]))
}

/** The workspace's day on which a case was closed. */
export const closedOn = (tx: WorkspaceTx, { closedAt }: Pick<CaseRow, "closedAt">): PlainDate | null =>
  closedAt === null ? null : dateIn(tx.actor.timeZone, closedAt)
