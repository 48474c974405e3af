import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { RecordRow, WeeklyQuestion, WeeklyRow, WeeklySource } from "#platform/weekly"
import { dayHadCome, knownBy } from "#platform/weekly"
import {
  catalogue,
  findSignal,
  inferSignal,
  type Observation,
  oneWeek,
  type SignalKind,
  wholeWeeks,
} from "#rules/metrics"

const complete = catalogue.filter(({ completeByNature }) => completeByNature)
const keysOf = (isCount: boolean) => complete.filter(({ kind }) => (kind === "count") === isCount).map(({ key }) => key)
/** What is no share cannot be one: from before such values were refused, and unknown since. */
const shares = catalogue.filter(({ kind }) => kind === "proportion").map(({ key }) => key)
const counts = keysOf(true)
const levels = keysOf(false)

/** What lies between two values: nothing of a count, the standing level of a level; of all else nobody knows. */
const ofGap = {
  zero: sql`m.signal = any(${counts}::text[])`,
  last: sql`m.signal = any(${levels}::text[])`,
  missing: sql`not m.signal = any(${[...counts, ...levels]}::text[])`,
}

/** The values that count: of several for one day and signal the latest one recorded, with those that its file has of that day beside it. */
const latest = ({ actor }: WorkspaceTx, { subjects, knownAt }: WeeklyQuestion, gap: WeeklySource["gap"]) => sql`
  select known.*, (period_start + period_days - 1 - date '1969-12-29') / 7 as week from (
  select m.id, m.partnership_id, m.signal, m.party_id, m.import_id, m.period_start, m.period_days, m.value, m.expected, m.n,
    coalesce(m.import_id, m.id) as brought_by,
    first_value(coalesce(m.import_id, m.id)) over (partition by m.partnership_id, m.signal, m.party_id, m.period_start
      order by m.recorded_at desc, m.id desc) as latest
  from measurement m
  where m.workspace_id = ${actor.workspaceId} and m.partnership_id = any(${subjects}::uuid[]) and ${knownBy("m", knownAt)}
    and ${dayHadCome("m", "period_start", actor.timeZone)} and ${ofGap[gap]}
    and (m.signal <> all(${shares}::text[]) or m.value between 0 and 1)
  ) known where brought_by = latest`

/** One signal of one party as it was measured: parallel arrays in the order of the days. */
type MeasuredRow = Readonly<{
  subject: Id
  signal: string
  partyId: Id | null
  days: number[]
  weeks: number[]
  values: number[]
  expected: (number | null)[]
  sizes: (number | null)[]
}>

/**
 * Every measured signal, known to the catalogue or not. Several values of one day and of one week become one by what the signal is (`oneWeek`); a
 * period longer than a week is one observation, in the week in which it ended, because it was observed once.
 */
const measured = (gap: WeeklySource["gap"]): WeeklySource => ({
  gap,
  isMeasured: true,
  read: async (tx, question) => {
    const { rows } = await sql<MeasuredRow>`
      with latest as (${latest(tx, question, gap)})
      select partnership_id as subject, signal, party_id, array_agg(period_start - date '1970-01-01' order by period_start, id) as days,
        array_agg(week order by period_start, id) as weeks, array_agg(value::float8 order by period_start, id) as values,
        array_agg(expected::float8 order by period_start, id) as expected, array_agg(n::float8 order by period_start, id) as sizes
      from latest where week <= ${question.lastWeek} group by partnership_id, signal, party_id`.execute(tx.db)
    return rows.map(byWeek)
  },
  record: { read: (tx, question) => imported(tx, question, gap) },
})

/** The first and the last week that each import tells of a signal. What is entered by itself tells of its own week only. */
const imported = async (
  tx: WorkspaceTx,
  question: WeeklyQuestion,
  gap: WeeklySource["gap"],
): Promise<readonly RecordRow[]> =>
  (
    await sql<RecordRow>`
    with latest as (${latest(tx, question, gap)})
    select partnership_id as subject, signal, party_id, import_id, array[min(week), max(week)] as weeks
    from latest where week <= ${question.lastWeek} and import_id is not null group by 1, 2, 3, 4`.execute(tx.db)
  ).rows

const byWeek = ({ days: dayOf, weeks, values, expected, sizes, ...row }: MeasuredRow): WeeklyRow => {
  const kind = kindOf(row.signal, values)
  const rows = weeks.map((week, i) => ({
    ...{ week, day: dayOf[i] as number, value: values[i] as number },
    ...{ expected: expected[i] ?? Number.NaN, size: sizes[i] ?? Number.NaN },
  }))
  const isOneADay = dayOf.every((day, i) => day !== dayOf[i - 1])
  const days = isOneADay ? rows : [...Map.groupBy(rows, ({ day }) => day).values()].map((ofDay) => oneDay(kind, ofDay))
  const inOrder = [...Map.groupBy(days, ({ week }) => week)].toSorted(([a], [b]) => a - b)
  const found = wholeWeeks(kind, inOrder).map(([week, ofWeek]) => ({ week, ...oneWeek(kind, ofWeek) }))
  const column = (numbers: readonly number[]) => {
    const known = numbers.map((number) => (Number.isNaN(number) ? null : number))
    return known.some((number) => number !== null) ? known : null
  }
  return {
    ...row,
    weeks: found.map(({ week }) => week),
    values: found.map(({ value }) => value),
    expected: column(found.map((one) => one.expected)),
    sizes: column(found.map(({ size }) => size)),
  }
}

/** A file may have several rows of one day: by region, product or customer. */
const oneDay = (kind: SignalKind, rows: readonly (Observation & Readonly<{ week: number }>)[]) => ({
  week: rows.at(-1)?.week ?? 0,
  ...oneWeek(kind, rows),
})

const kindOf = (signal: string, values: readonly number[]): SignalKind =>
  (findSignal(signal) ?? inferSignal(signal, values, "both")).kind

export const signals: readonly WeeklySource[] = [measured("missing"), measured("last"), measured("zero")]
