import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import { addDays } from "#core/time"
import { behind, pageOf, parseSort } from "#platform/cursor"
import { sql } from "#platform/database"
import type { Tx } from "#platform/tx"
import type { PartnershipType, Stage } from "#rules/partnerships"
import { keptWindowDays, overdueForDays } from "#rules/partnerships"

type InWorkspace = Tx<WorkspaceActor>

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

/** A page of the portfolio, one statement whatever is shown: the page's rows first, their figures beside them. */
export const listPortfolio = async (
  tx: InWorkspace,
  filter: PortfolioFilter & { limit: number; sort: string; after?: string | undefined },
) => {
  const { column, descending } = parseSort(filter.sort)
  const key = column === "name" ? "name" : "updatedAt"
  const { after } = filter
  let page = pick(tx, filter)
  if (after !== undefined)
    page = page.where(({ ref }) => behind({ column: ref(`p.${key}`), id: ref("p.id"), descending, after }))
  const direction = descending ? "desc" : "asc"
  const rows = await withFigures(
    tx,
    page
      .orderBy(`p.${key}`, direction)
      .orderBy("p.id", direction)
      .limit(filter.limit + 1),
  )
    .orderBy(`p.${key}`, direction)
    .orderBy("p.id", direction)
    .execute()
  return pageOf(rows as PortfolioRow[], filter.limit, (row) => row[key])
}

/** One partnership as a line of the portfolio. */
export const findInPortfolio = async (tx: InWorkspace, id: Id) =>
  (await withFigures(tx, pick(tx, {}).where("p.id", "=", id)).executeTakeFirst()) as PortfolioRow | undefined

/** All the actor may see: for partner users, who have few. */
export const listOwn = async (tx: InWorkspace) =>
  (await withFigures(tx, pick(tx, {}).orderBy("p.name").limit(500))
    .orderBy("p.name")
    .orderBy("p.id")
    .execute()) as PortfolioRow[]

const silentSince = sql`f.finding ->> 'silentSince'`
const isSilent = sql`${silentSince} is not null`

const found = (condition: ReturnType<typeof sql>) =>
  sql`(select from drift_finding f where f.workspace_id = p.workspace_id and f.partnership_id = p.id and (${condition}))`

const pick = ({ db, actor }: InWorkspace, filter: PortfolioFilter) => {
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

/** Joins what a line shows to the chosen partnerships; every join runs once per line of the page. */
const withFigures = ({ db, actor, today }: InWorkspace, page: ReturnType<typeof pick>) => {
  const since = addDays(today, -keptWindowDays)
  return db
    .with("p", () => page)
    .selectFrom("p")
    .leftJoin("organization as o", (join) =>
      join.on("o.workspaceId", "=", actor.workspaceId).onRef("o.id", "=", "p.organizationId"),
    )
    .leftJoin("member as m", (join) => join.on("m.workspaceId", "=", actor.workspaceId).onRef("m.id", "=", "p.ownerId"))
    .leftJoin("driftFinding as f", (join) =>
      join.on("f.workspaceId", "=", actor.workspaceId).onRef("f.partnershipId", "=", "p.id"),
    )
    .leftJoin("driftCase as c", (join) =>
      join.on("c.workspaceId", "=", actor.workspaceId).onRef("c.partnershipId", "=", "p.id").on("c.state", "=", "open"),
    )
    .leftJoinLateral(
      ({ selectFrom }) =>
        selectFrom("occurrence as q")
          .where("q.workspaceId", "=", actor.workspaceId)
          .whereRef("q.partnershipId", "=", "p.id")
          .select([
            sql<object>`jsonb_build_object(
              'host', jsonb_build_object('kept', ${kept("host", since, today)}, 'due', ${closed("host", since, today)}),
              'partner', jsonb_build_object('kept', ${kept("partner", since, today)}, 'due', ${closed("partner", since, today)}))`.as(
              "kept",
            ),
            sql<object>`jsonb_build_object(
              'host', jsonb_build_object('open', ${open("host")}, 'overdue', ${overdue("host", today)}),
              'partner', jsonb_build_object('open', ${open("partner")}, 'overdue', ${overdue("partner", today)}))`.as(
              "promises",
            ),
          ])
          .as("k"),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      ({ selectFrom }) =>
        selectFrom("agreement as a")
          .where("a.workspaceId", "=", actor.workspaceId)
          .whereRef("a.partnershipId", "=", "p.id")
          .where("a.state", "in", ["in_force", "amended"])
          .where("a.endsOn", ">=", today)
          .orderBy("a.endsOn")
          .limit(1)
          .select(
            sql<object>`jsonb_build_object('agreementId', a.id, 'title', a.title, 'endsOn', a.ends_on,
              'noticeOn', a.ends_on - a.notice_days, 'autoRenews', a.auto_renews)`.as("nextEnd"),
          )
          .as("e"),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      ({ selectFrom }) =>
        selectFrom("activity as v")
          .where("v.workspaceId", "=", actor.workspaceId)
          .whereRef("v.partnershipId", "=", "p.id")
          .where("v.retractedAt", "is", null)
          .orderBy("v.occurredAt", "desc")
          .orderBy("v.id", "desc")
          .limit(1)
          .select("v.occurredAt as lastActivityAt")
          .as("l"),
      (join) => join.onTrue(),
    )
    .select([
      "p.id",
      "p.name",
      "p.organizationId",
      "p.type",
      "p.stage",
      "p.region",
      "p.tier",
      "p.program",
      "p.currency",
    ])
    .select(["p.startedOn", "p.endedOn", "p.reason", "p.externalId", "p.createdAt", "p.updatedAt", "p.version"])
    .select([
      "k.kept",
      "k.promises",
      "e.nextEnd",
      "l.lastActivityAt",
      revenueSince(actor.workspaceId, addDays(today, -365)),
    ])
    .select([
      sql<string>`coalesce(o.name, p.name)`.as("organizationName"),
      sql<object | null>`case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end`.as(
        "owner",
      ),
      sql<object>`jsonb_build_object(
        'state', case when ${isSilent} then 'silent' when c.id is not null or (f.scored and f.drifting) then 'drifting' when f.scored then 'steady' else 'not_scored' end,
        'silentSince', ${silentSince},
        'onsetOn', coalesce(c.onset_on, case when f.drifting then f.onset_on end),
        'firstSide', coalesce(c.first_side, case when f.drifting then f.first_side end),
        'probability', coalesce(c.probability, case when f.scored then f.probability end),
        'caseId', c.id)`.as("drift"),
    ])
}

/** What was measured of revenue; of several values for one period the latest one recorded counts, as for the signals. */
const revenueSince = (workspaceId: Id, since: string) =>
  sql<number | null>`(select sum(latest.value)::float8 from (
    select distinct on (period_start) value from measurement
    where workspace_id = ${workspaceId} and partnership_id = p.id and signal = 'revenue' and retracted_at is null
      and state <> 'superseded' and period_start >= ${since}::date
    order by period_start, recorded_at desc, id desc) latest)`.as("revenue")

const kept = (side: string, since: string, today: string) =>
  sql`count(*) filter (where q.owed_by = ${side} and q.due_on >= ${since}::date and q.due_on <= ${today}::date and q.state = 'kept')`

/** Those that had to be kept: closed in time, late, or missed. What was waived or agreed anew is nobody's failure. */
const closed = (side: string, since: string, today: string) =>
  sql`count(*) filter (where q.owed_by = ${side} and q.due_on >= ${since}::date and q.due_on <= ${today}::date and q.state in ('kept', 'kept_late', 'missed'))`

const open = (side: string) => sql`count(*) filter (where q.owed_by = ${side} and q.state in ('upcoming', 'due'))`

const overdue = (side: string, today: string) =>
  sql`count(*) filter (where q.owed_by = ${side} and q.state in ('due', 'missed') and q.reported_on is null
    and q.due_on < ${today}::date and q.due_on >= ${addDays(today, -overdueForDays)}::date)`
