import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { knownBy } from "#platform/weekly"

type Which = Readonly<{
  workspaceId: Id
  /** One partnership, or `any(...)` of several. */
  partnershipId: ReturnType<typeof sql>
  signals: readonly string[]
  since: PlainDate
  /** By when it must have been recorded; without it, what counts now. */
  knownAt?: Instant | undefined
}>

/**
 * Values of these signals that count now: not taken back, not replaced, and of several for one period the latest one recorded, with those that its
 * file has of the period beside it.
 * As known at a moment: what had been recorded by then, and not been taken back. What replaced it later was not known.
 */
const valid = ({ workspaceId, partnershipId, signals, since, knownAt }: Which) => sql`
  select known.* from (
  select m.id, m.partnership_id, m.private_to, m.signal, m.party_id, m.period_start, m.period_days, m.value, coalesce(m.import_id, m.id) as brought_by,
    first_value(coalesce(m.import_id, m.id)) over (partition by m.partnership_id, m.signal, m.party_id, m.period_start order by m.recorded_at desc, m.id desc) as latest
  from measurement m
  where m.workspace_id = ${workspaceId} and m.partnership_id = ${partnershipId} and m.signal = any(${signals}::text[])
    and ${knownAt === undefined ? sql`m.retracted_at is null and m.state <> 'superseded'` : knownBy("m", knownAt)} and m.period_start >= ${since}::date
  ) known where brought_by = latest`

/** The sum of one signal since a day, for the partnership `id` of a row; null where nothing was measured. */
export const measuredSum = (workspaceId: Id, id: ReturnType<typeof sql>, signal: string, since: PlainDate) =>
  sql<number | null>`(select sum(counting.value)::float8
    from (${valid({ workspaceId, partnershipId: id, signals: [signal], since })}) counting)`

/** The first period of them that such a sum holds, which leaves it first. */
export const oldestMeasured = (workspaceId: Id, id: ReturnType<typeof sql>, signal: string, since: PlainDate) =>
  sql<PlainDate | null>`(select min(counting.period_start)
    from (${valid({ workspaceId, partnershipId: id, signals: [signal], since })}) counting)`

type Measured = Readonly<{
  metric: string
  /** Whose it is; null is everybody's together. */
  partyId: Id | null
  periodStart: PlainDate
  periodDays: number
  value: number
}>

/** What was measured of these metrics of a partnership since a day, in order of the periods: now, or as known at a moment. */
export const measuredOf = async (
  { db, actor }: WorkspaceTx,
  partnershipId: Id,
  metrics: readonly string[],
  since: PlainDate,
  knownAt?: Instant,
): Promise<readonly Measured[]> => {
  const { workspaceId } = actor
  const which = { workspaceId, partnershipId: sql`${partnershipId}`, signals: [...new Set(metrics)], since, knownAt }
  const { rows } = await sql<Measured>`select signal as metric, party_id, period_start, period_days, value
    from (${valid(which)}) counting order by period_start, id`.execute(db)
  return rows
}

type Shared = Readonly<{
  id: Id
  partnershipId: Id
  metric: string
  periodStart: PlainDate
  periodDays: number
  value: number
}>

/**
 * The same of many partnerships, of what every party of them may read: nothing kept to one party, and where several companies take part no
 * figures of one of them alone.
 */
export const sharedMeasured = async (
  { db, actor }: WorkspaceTx,
  partnershipIds: readonly Id[],
  metrics: readonly string[],
  since: PlainDate,
): Promise<readonly Shared[]> => {
  const { workspaceId } = actor
  if (metrics.length === 0) return []
  const partnershipId = sql`any(${partnershipIds}::uuid[])`
  const { rows } = await sql<Shared>`
    select counting.id, counting.partnership_id, signal as metric, period_start, period_days, value
    from (${valid({ workspaceId, partnershipId, signals: [...new Set(metrics)], since })}) counting
    where private_to is null and (party_id is null or party_id = ${workspaceId} or not exists (
      select from partnership_party t where t.workspace_id = ${workspaceId} and t.partnership_id = counting.partnership_id))
    order by period_start, id`.execute(db)
  return rows
}

/** Something of the kind is on record; what was retracted is not. */
export const hasMeasurements = (workspaceId: Id) =>
  sql<boolean>`exists (select from measurement where workspace_id = ${workspaceId} and retracted_at is null)`

/** The last day of the first period since a day in which one of these was measured above zero, in the partnership that an expression names. */
export const firstAboveZero = (
  workspaceId: Id,
  partnership: ReturnType<typeof sql>,
  signals: readonly string[],
  since: ReturnType<typeof sql>,
) =>
  sql<PlainDate | null>`(select min(m.period_start + m.period_days - 1) from measurement m where m.workspace_id = ${workspaceId}
    and m.partnership_id = ${partnership} and m.signal = any(${signals}::text[]) and m.value > 0
    and m.retracted_at is null and m.state <> 'superseded' and m.private_to is null and m.period_start >= ${since})`
