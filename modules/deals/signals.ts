import { minorPerMajor } from "#core/money"
import { isLateIn, isSettledIn } from "#modules/clocks"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { RecordRow, WeeklyQuestion, WeeklyRecord, WeeklyRow, WeeklySource } from "#platform/weekly"
import { hadHappened, knownBy, weekOfDate, weekOfInstant } from "#platform/weekly"
import { answerWithinHours } from "./rules.ts"

type Question = (tx: WorkspaceTx, question: WeeklyQuestion) => ReturnType<typeof sql<WeeklyRow>>

const source = (tells: string, gap: WeeklySource["gap"], query: Question, record?: WeeklyRecord): WeeklySource => ({
  gap,
  tells: [tells],
  ...(record && { record }),
  read: async (tx, question) => (await query(tx, question).execute(tx.db)).rows,
})

/** Deals known at the time, each in the weeks of its registration, answer and end; what a file did not say is in no week. */
const known = ({ actor }: WorkspaceTx, { subjects, knownAt }: WeeklyQuestion) => sql`
  select d.id, d.unclocked is not null and d.registered_to is not null as is_unknown, d.partnership_id, d.import_id, d.party_id, d.registered_by, d.state, d.amount_minor, d.currency, d.answered_at,
    case when d.registered_to is distinct from 'unknown' then d.registered_at end as registered_at,
    case when d.registered_to is distinct from 'unknown' then ${weekOfInstant("d.registered_at", actor.timeZone)} end as registered_week,
    ${weekOfInstant("d.answered_at", actor.timeZone)} as answered_week,
    ${weekOfDate("d.closed_on")} as closed_week,
    d.import_id is null or d.answered_at <= d.recorded_at as is_answer_of_record,
    d.import_id is null or d.closed_on <= (d.recorded_at at time zone ${actor.timeZone})::date as is_end_of_record
  from deal d
  where d.workspace_id = ${actor.workspaceId} and d.partnership_id = any(${subjects}::uuid[]) and ${knownBy("d", knownAt)}
    and ${hadHappened("d", "registered_at", actor.timeZone)}`

/**
 * The weeks in which each import, and Keelson itself, recorded something of a deal: its registration, or its answer and its end, too. What became
 * of an imported deal after its import was not in the file: it stretches no record, and begins none.
 */
const recordOf = (weeks: ReturnType<typeof sql>): WeeklyRecord => ({
  filesOfActs: "deals",
  isCompleteByNature: true,
  read: async (tx, question) =>
    (
      await sql<RecordRow>`
      with known as (${known(tx, question)}), acts as (
        select distinct partnership_id, import_id, week from known, lateral (values ${weeks}) as each_week (week)
        where week <= ${question.lastWeek}
      )
      select partnership_id as subject, import_id,
        case when import_id is null then array_agg(week order by week) else array[min(week), max(week)] end as weeks
      from acts group by 1, 2`.execute(tx.db)
    ).rows,
})

const ofRegistrations = recordOf(sql`(registered_week)`)
const ofMoney = recordOf(
  sql`(registered_week), (case when is_answer_of_record then answered_week end), (case when is_end_of_record then closed_week end)`,
)

const registrations = source(
  "registrations",
  "zero",
  (tx, question) => sql<WeeklyRow>`
  with known as (${known(tx, question)}), weekly as (
    select partnership_id, party_id, registered_week as week, count(*)::float8 as value from known
    where registered_by = 'partner' and state <> 'draft' and registered_week <= ${question.lastWeek} group by 1, 2, 3
  ) select partnership_id as subject, 'registrations' as signal, party_id,
    array_agg(week order by week) as weeks, array_agg(value order by week) as values
  from weekly group by partnership_id, party_id`,
  ofRegistrations,
)

/** Mean hours to the host's answer, in the week of the answer: later answers cannot change a week that was over. */
const answerHours = source(
  "host_answer_hours",
  "missing",
  (tx, question) => sql<WeeklyRow>`
  with known as (${known(tx, question)}), weekly as (
    select partnership_id, answered_week as week, count(*)::float8 as size,
      avg(extract(epoch from answered_at - registered_at) / 3600)::float8 as value
    from known where registered_by = 'partner' and answered_at <= ${question.knownAt} and answered_at >= registered_at
      and answered_week <= ${question.lastWeek} group by 1, 2
  ) select partnership_id as subject, 'host_answer_hours' as signal, ${tx.actor.workspaceId}::uuid as party_id, array_agg(week order by week) as weeks,
    array_agg(value order by week) as values, array_agg(size order by week) as sizes from weekly group by partnership_id`,
)

/**
 * Share answered in time, in the week in which the time was over: by the clock of each registration, settled for good once it was due. Those
 * without one, from before there were clocks, had three days, and count only where answers are recorded at all. What a file says too little of is
 * neither in time nor late.
 */
const answersInTime = source(
  "host_answers_in_time",
  "missing",
  (tx, question) => sql<WeeklyRow>`
  with known as (${known(tx, question)}), clocked as (
    select known.partnership_id, not ${isLateIn("c", question.knownAt)} as in_time, (c.due_at at time zone ${tx.actor.timeZone})::date as clock_end
    from known join clock c on c.workspace_id = ${tx.actor.workspaceId} and c.subject_kind = 'deal' and c.subject_id = known.id
      and ${isSettledIn("c", question.knownAt)}
    where known.registered_by = 'partner'
    union all
    select partnership_id, answered_at <= registered_at + make_interval(hours => ${answerWithinHours}) as in_time,
      ((registered_at + make_interval(hours => ${answerWithinHours})) at time zone ${tx.actor.timeZone})::date as clock_end
    from known where registered_by = 'partner' and state not in ('draft', 'withdrawn') and not is_unknown
      and partnership_id in (select partnership_id from known where answered_at <= ${question.knownAt})
      and not exists (select from clock c where c.workspace_id = ${tx.actor.workspaceId} and c.subject_kind = 'deal' and c.subject_id = known.id)
  ), weekly as (
    select partnership_id, ${weekOfDate("clock_end")} as week, count(*)::float8 as size,
      (count(*) filter (where in_time))::float8 / count(*) as value
    from clocked where ${weekOfDate("clock_end")} <= ${question.lastWeek} group by 1, 2
  ) select partnership_id as subject, 'host_answers_in_time' as signal, ${tx.actor.workspaceId}::uuid as party_id, array_agg(week order by week) as weeks,
    array_agg(value order by week) as values, array_agg(size order by week) as sizes from weekly group by partnership_id`,
)

/** Money in the partnership's own currency, because a silent conversion would be wrong; in major units, as people read it. */
const inMajorUnits = (rows: readonly (WeeklyRow & { currency: string })[]) =>
  rows.map(({ currency, ...row }) => ({ ...row, values: row.values.map((value) => value / minorPerMajor(currency)) }))

const money = (tells: string, gap: WeeklySource["gap"], query: Question): WeeklySource => ({
  gap,
  tells: [tells],
  record: ofMoney,
  read: async (tx, question) =>
    inMajorUnits((await query(tx, question).execute(tx.db)).rows as (WeeklyRow & { currency: string })[]),
})

/**
 * Sum of open deals at the end of the week: what each registration adds and each end takes away, added up. Deals that all ended in the week in
 * which they began were never open at the end of one: that is no pipeline of nothing, but none that anybody could see.
 */
const pipeline = money(
  "pipeline_amount",
  "last",
  (tx, question) => sql<WeeklyRow>`
  with known as (${known(tx, question)}), own as (
    select known.*, partnership.currency as own_currency from known
    join partnership on partnership.workspace_id = ${tx.actor.workspaceId} and partnership.id = known.partnership_id
    where known.currency = partnership.currency and amount_minor is not null and state <> 'draft' and registered_week is not null
      and (closed_week is not null or state not in ('rejected', 'won', 'lost', 'expired', 'withdrawn'))
  ), moves as (
    select partnership_id, own_currency, registered_week as week, amount_minor as amount from own
    union all select partnership_id, own_currency, greatest(closed_week, registered_week), -amount_minor from own where closed_week is not null
  ), weekly as (
    select partnership_id, own_currency, week, sum(sum(amount)) over (partition by partnership_id order by week)::float8 as value
    from moves where week <= ${question.lastWeek} group by 1, 2, 3
  ) select partnership_id as subject, own_currency as currency, 'pipeline_amount' as signal, null::uuid as party_id,
    array_agg(week order by week) as weeks, array_agg(value order by week) as values from weekly group by 1, 2 having max(value) > 0`,
)

const wonRevenue = money(
  "revenue",
  "zero",
  (tx, question) => sql<WeeklyRow>`
  with known as (${known(tx, question)}), weekly as (
    select known.partnership_id, partnership.currency, closed_week as week, sum(amount_minor)::float8 as value
    from known join partnership on partnership.workspace_id = ${tx.actor.workspaceId} and partnership.id = known.partnership_id
    where known.state = 'won' and known.currency = partnership.currency and amount_minor is not null
      and closed_week <= ${question.lastWeek} group by 1, 2, 3
  ) select partnership_id as subject, currency, 'revenue' as signal, null::uuid as party_id,
    array_agg(week order by week) as weeks, array_agg(value order by week) as values from weekly group by 1, 2`,
)

/** How often the expected close date was moved, from the ledger. */
const closeDateMoves = source(
  "close_date_moves",
  "zero",
  ({ actor }, { subjects, knownAt, lastWeek }) => sql<WeeklyRow>`
  with weekly as (
    select partnership_id, ${weekOfInstant("occurred_at", actor.timeZone)} as week, count(*)::float8 as value from event
    where workspace_id = ${actor.workspaceId} and partnership_id = any(${subjects}::uuid[]) and kind = 'deal.close_date_moved'
      and recorded_at <= ${knownAt} and ${weekOfInstant("occurred_at", actor.timeZone)} <= ${lastWeek} group by 1, 2
  ) select partnership_id as subject, 'close_date_moves' as signal, null::uuid as party_id,
    array_agg(week order by week) as weeks, array_agg(value order by week) as values from weekly group by partnership_id`,
)

export const signals: readonly WeeklySource[] = [
  registrations,
  answerHours,
  answersInTime,
  pipeline,
  wonRevenue,
  closeDateMoves,
]
