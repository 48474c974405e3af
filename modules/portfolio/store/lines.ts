import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import { addDays } from "#core/time"
import { type FurtherParty, furtherParties } from "#modules/partnerships"
import { behind, pageOf, parseSort } from "#platform/cursor"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType, Stage } from "#rules/partnerships"
import { keptWindowDays, overdueForDays } from "#rules/partnerships"

export type PortfolioFilter = Readonly<{
  search?: string | undefined
  type?: PartnershipType | undefined
  stage?: Stage | undefined
  owner?: Id | undefined
  organization?: Id | undefined
  drifting?: "true" | "false" | undefined
  silent?: "true" | undefined
}>

type Counts = Readonly<{ kept: number; due: number }>
type Open = Readonly<{ open: number; overdue: number }>

export type PortfolioRow = Readonly<{
  id: Id
  name: string
  organizationId: Id
  organizationName: string
  type: PartnershipType
  stage: Stage
  region: string | null
  tier: string | null
  program: string | null
  currency: string
  startedOn: string | null
  endedOn: string | null
  reason: string | null
  externalId: string | null
  createdAt: string
  updatedAt: string
  version: number
  owner: { id: Id; name: string } | null
  kept: { host: Counts; partner: Counts }
  promises: { host: Open; partner: Open }
  drift: {
    state: "silent" | "drifting" | "steady" | "not_scored"
    silentSince: string | null
    onsetOn: string | null
    firstSide: "host" | "partner" | "both" | "undetermined" | null
    probability: number | null
    caseId: Id | null
  }
  nextEnd: { agreementId: Id; title: string; endsOn: string; noticeOn: string | null; autoRenews: boolean } | null
  lastActivityAt: string | null
  /** Of the last 365 days, in whole units of the partnership's currency. */
  revenue: number | null
}>

/** A partnership by itself: a line of the portfolio, and who else takes part. */
export type PartnershipRow = PortfolioRow & Readonly<{ furtherParties: readonly FurtherParty[] }>

/** A page of the portfolio, one statement whatever is shown: the page's rows first, their figures beside them. */
export const listPortfolio = async (
  tx: WorkspaceTx,
  filter: PortfolioFilter & { limit: number; sort: string; after?: string | undefined },
) => {
  const { column, descending } = parseSort(filter.sort)
  const key = column === "name" ? "name" : "updatedAt"
  const { after } = filter
  let page = pick(tx, filter)
  if (after !== undefined)
    page = page.where(({ ref }) => behind({ column: ref(`p.${key}`), id: ref("p.id"), descending, after }))
  const direction = descending ? "desc" : "asc"
  page = page
    .orderBy(`p.${key}`, direction)
    .orderBy("p.id", direction)
    .limit(filter.limit + 1)
  const order = sql`p.${sql.ref(key)} ${sql.raw(direction)}, p.id ${sql.raw(direction)}`
  const { rows } = await sql<PortfolioRow>`${withFigures(tx, page)} order by ${order}`.execute(tx.db)
  return pageOf(rows, filter.limit, (row) => row[key])
}

/** One partnership the actor may see, with its figures and parties. */
export const findInPortfolio = async (tx: WorkspaceTx, id: Id) => {
  const one = pick(tx, {}).where("p.id", "=", id)
  const { rows } = await sql<PartnershipRow>`${withFigures(tx, one, furtherParties(tx))}`.execute(tx.db)
  return rows[0]
}

/** All the actor may see: for partner users, who have few. */
export const listOwn = async (tx: WorkspaceTx) => {
  const own = pick(tx, {}).orderBy("p.name").limit(500)
  const shown = withFigures(tx, own, furtherParties(tx))
  return (await sql<PartnershipRow>`${shown} order by p.name, p.id`.execute(tx.db)).rows
}

const silentSince = sql`f.finding ->> 'silentSince'`
const isSilent = sql`${silentSince} is not null`

const found = (condition: ReturnType<typeof sql>) =>
  sql`(select from drift_finding f where f.workspace_id = p.workspace_id and f.partnership_id = p.id and (${condition}))`

const pick = ({ db, actor }: WorkspaceTx, filter: PortfolioFilter) => {
  let query = db.selectFrom("partnership as p").selectAll("p").where("p.workspaceId", "=", actor.workspaceId)
  if (filter.type !== undefined) query = query.where("p.type", "=", filter.type)
  if (filter.stage !== undefined) query = query.where("p.stage", "=", filter.stage)
  if (filter.owner !== undefined) query = query.where("p.ownerId", "=", filter.owner)
  if (filter.organization !== undefined) query = query.where("p.organizationId", "=", filter.organization)
  if (filter.search !== undefined)
    query = query.where(sql<boolean>`p.id in (select partnerships_named(${actor.workspaceId}, ${filter.search}))`)
  if (filter.drifting !== undefined)
    query = query.where(({ exists, not }) =>
      filter.drifting === "true" ? exists(found(sql`f.drifting`)) : not(exists(found(sql`f.drifting or ${isSilent}`))),
    )
  if (filter.silent !== undefined) query = query.where(({ exists }) => exists(found(isSilent)))
  return query
}

/**
 * What a line shows, beside the chosen partnerships; every join runs once per line of the page. Written out, because a query
 * builder takes longer over so many joins than PostgreSQL over one partnership.
 */
const withFigures = ({ actor: { workspaceId }, today }: WorkspaceTx, page: ReturnType<typeof pick>, more = sql``) => {
  const since = addDays(today, -keptWindowDays)
  const lateSince = addDays(today, -overdueForDays)
  return sql`with p as (${page})
    select p.id, p.name, p.organization_id, p.type, p.stage, p.region, p.tier, p.program, p.currency, p.started_on,
      p.ended_on, p.reason, p.external_id, p.created_at, p.updated_at, p.version, k.kept, k.promises, e.next_end, l.last_activity_at,
      ${revenueSince(workspaceId, addDays(today, -365))} as revenue,
      coalesce(o.name, p.name) as organization_name,
      case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end as owner,
      jsonb_build_object(
        'state', case when ${silentSince} is not null then 'silent'
          when c.id is not null or (f.scored and f.drifting) then 'drifting' when f.scored then 'steady' else 'not_scored' end,
        'silentSince', ${silentSince},
        'onsetOn', coalesce(c.onset_on, case when f.drifting then f.onset_on end),
        'firstSide', coalesce(c.first_side, case when f.drifting then f.first_side end),
        'probability', coalesce(c.probability, case when f.scored then f.probability end),
        'caseId', c.id) as drift
      ${more}
    from p
    left join organization o on o.workspace_id = ${workspaceId} and o.id = p.organization_id
    left join member m on m.workspace_id = ${workspaceId} and m.id = p.owner_id
    left join drift_finding f on f.workspace_id = ${workspaceId} and f.partnership_id = p.id
    left join drift_case c on c.workspace_id = ${workspaceId} and c.partnership_id = p.id and c.state = 'open'
    left join lateral (
      select jsonb_build_object('host', ${keptOf("host")}, 'partner', ${keptOf("partner")}) as kept,
        jsonb_build_object('host', ${openOf("host")}, 'partner', ${openOf("partner")}) as promises
      from (select owed_by, state, due_on between ${since}::date and ${today}::date as counts,
          reported_on is null and due_on < ${today}::date and due_on >= ${lateSince}::date as late
        from occurrence where workspace_id = ${workspaceId} and partnership_id = p.id) q) k on true
    left join lateral (
      select jsonb_build_object('agreementId', id, 'title', title, 'endsOn', ends_on, 'noticeOn', ends_on - notice_days,
        'autoRenews', auto_renews) as next_end
      from agreement where workspace_id = ${workspaceId} and partnership_id = p.id and state in ('in_force', 'amended')
        and ends_on >= ${today}::date
      order by ends_on limit 1) e on true
    left join lateral (
      select occurred_at as last_activity_at from activity
      where workspace_id = ${workspaceId} and partnership_id = p.id and retracted_at is null
      order by occurred_at desc, id desc limit 1) l on true`
}

/** What was measured of revenue; of several values for one period the latest one recorded counts, as for the signals. */
const revenueSince = (workspaceId: Id, since: string) =>
  sql`(select sum(latest.value)::float8 from (
    select distinct on (period_start) value from measurement
    where workspace_id = ${workspaceId} and partnership_id = p.id and signal = 'revenue' and retracted_at is null
      and state <> 'superseded' and period_start >= ${since}::date
    order by period_start, recorded_at desc, id desc) latest)`

/** Due are those that had to be kept: closed in time, late, or missed. What was waived or agreed anew is nobody's failure. */
const keptOf = (side: Side) =>
  sql.raw(`jsonb_build_object(
    'kept', count(*) filter (where owed_by = '${side}' and counts and state = 'kept'),
    'due', count(*) filter (where owed_by = '${side}' and counts and state in ('kept', 'kept_late', 'missed')))`)

const openOf = (side: Side) =>
  sql.raw(`jsonb_build_object(
    'open', count(*) filter (where owed_by = '${side}' and state in ('upcoming', 'due')),
    'overdue', count(*) filter (where owed_by = '${side}' and late and state in ('due', 'missed')))`)
