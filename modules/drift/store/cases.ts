import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { dateIn } from "#core/time"
import { anyOf, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Assessment, Cause, FirstSide } from "../rules.ts"

export type CaseState = "open" | "recovered" | "accepted" | "dismissed" | "ended"

/** Columns as the table's check constraints and the scan hold them. */
type Typed = Readonly<{
  state: CaseState
  firstSide: FirstSide
  cause: Cause | null
  confirmedCause: Cause | null
  finding: Assessment
}>

const cases = tableOf<Typed>()(
  "driftCase",
  [
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
  ],
  { made: ["openedAt", "updatedAt"], saved: ["updatedAt"] },
)

export type CaseRow = Row<typeof cases>

export const findCase = cases.find
export const lockCase = cases.lock
export const saveCase = cases.save

/** All cases of some partnerships, latest first. */
export const casesOf = (tx: WorkspaceTx, partnershipIds: readonly Id[]) =>
  cases
    .rows(tx)
    .where("partnershipId", "=", anyOf(partnershipIds))
    .orderBy("openedAt", "desc")
    .orderBy("id", "desc")
    .execute()

type Filter = Readonly<{ state?: CaseState | undefined; limit: number; after?: string | undefined }>

export const listCases = (tx: WorkspaceTx, { state, ...asked }: Filter) =>
  cases.page(tx, { ...asked, sort: "-onsetOn" }, (rows) =>
    state === undefined ? rows : rows.where("state", "=", state),
  )

/** When a case began: its onset, or where that is too early to date, the first day on which it may have begun. */
export const whenOfCase = (row: Pick<CaseRow, "onsetOn" | "onsetLow" | "onsetHigh" | "finding">) => {
  const changedSince = row.finding.changedSince ?? null
  const onset = changedSince === null ? { date: row.onsetOn, low: row.onsetLow, high: row.onsetHigh } : null
  return { onset, changedSince }
}

/** What a case takes over from a finding that drifts. One that cannot be dated yet stands among the cases as today's. */
const figures = (finding: Assessment, asOf: PlainDate) => ({
  onsetOn: finding.onset?.date ?? asOf,
  onsetLow: finding.onset?.low ?? finding.changedSince ?? asOf,
  onsetHigh: finding.onset?.high ?? asOf,
  probability: finding.probability,
  firstSide: finding.firstSide ?? "undetermined",
  firstPartyId: finding.firstPartyId ?? null,
  cause: finding.causes[0]?.cause ?? null,
  finding: JSON.stringify(finding),
})

export const insertCase = (tx: WorkspaceTx, id: Id, finding: Assessment, asOf: PlainDate) =>
  cases.insert(tx, {
    id,
    partnershipId: finding.partnership,
    state: "open",
    detectedOn: finding.detectedOn ?? asOf,
    ...figures(finding, asOf),
  })

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
