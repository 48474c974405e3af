import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays } from "#core/time"
import { sql } from "#platform/database"
import { systemOf } from "#platform/tenants"
import { openDerive } from "#test/derived"
import {
  becomesDueIn,
  becomesMissedIn,
  countsIn,
  countsOtherwiseOnIn,
  isDueIn,
  isKeptInTimeIn,
  isOldMissIn,
  isOpenIn,
  isOverdueIn,
  isPendingIn,
  promiseCounts,
} from "./facts.ts"
import {
  becomesDue,
  becomesMissed,
  counts,
  countsOtherwiseOn,
  isDue,
  isKeptInTime,
  isOldMiss,
  isOpen,
  isOverdue,
  isPending,
  keptRate,
  keptWindowDays,
  occurrenceStates,
  overdueForDays,
} from "./rules.ts"

const today = "2026-11-23"
const derive = await openDerive()

/** Days around the edges of every window, and some anywhere. */
const daysFromToday = fc.oneof(
  fc.constantFrom(-1, 0, 1, -overdueForDays, -overdueForDays - 1, -keptWindowDays, -keptWindowDays - 1),
  fc.integer({ min: -400, max: 100 }),
)
const occurrence = fc.record({
  owedBy: fc.constantFrom("host" as const, "partner" as const),
  state: fc.constantFrom(...occurrenceStates),
  dueOn: daysFromToday.map((days) => addDays(today, days)),
  windowDays: fc.constantFrom(0, 1, 7, 90),
  reportedOn: fc.option(
    daysFromToday.map((days) => addDays(today, days)),
    { nil: null },
  ),
  missedOn: fc.option(
    daysFromToday.map((days) => addDays(today, days)),
    { nil: null },
  ),
  clockId: fc.constantFrom(null, "0192f000-0000-7000-8000-000000000003"),
})
type Given = typeof occurrence extends fc.Arbitrary<infer T> ? T : never

const ids = {
  workspace_id: "0192f000-0000-7000-8000-000000000001",
  partnership_id: "0192f000-0000-7000-8000-000000000002",
}
/** Keelson itself, whose figures are everybody's. */
const host = systemOf({ id: ids.workspace_id, timeZone: "UTC" }, "test")
const row = ({ owedBy, state, dueOn, windowDays, reportedOn, clockId, missedOn }: Given) => ({
  ...ids,
  owed_by: owedBy,
  state,
  due_on: dueOn,
  window_days: windowDays,
  reported_on: reportedOn,
  clock_id: clockId,
  missed_on: missedOn,
})

test.each([
  ["is overdue", isOverdueIn, isOverdue],
  ["is due", isDueIn, isDue],
  ["was missed long ago", isOldMissIn, isOldMiss],
  ["was kept in time", isKeptInTimeIn, isKeptInTime],
  ["is open", isOpenIn, isOpen],
  ["is pending", isPendingIn, isPending],
  ["counts as kept or not", countsIn, counts],
  ["becomes due", becomesDueIn, becomesDue],
  ["becomes missed", becomesMissedIn, becomesMissed],
] as const)("SQL says of any promise what the rule says: it %s", async (_, inSql, rule) => {
  await fc.assert(
    fc.asyncProperty(fc.array(occurrence, { minLength: 40, maxLength: 120 }), async (given) => {
      const answers = await derive("occurrence", given.map(row), (alias) => inSql(alias, today))
      expect(answers).toEqual(given.map((each) => rule(each, today)))
    }),
    { numRuns: 25 },
  )
})

test("SQL says of any promise on which day it counts otherwise, and until then it counts as it does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(occurrence, { minLength: 40, maxLength: 120 }), async (given) => {
      const answers = await derive(
        "occurrence",
        given.map(row),
        (alias) => sql`${countsOtherwiseOnIn(alias, today)}::text`,
      )
      expect(answers).toEqual(given.map((each) => countsOtherwiseOn(each, today) ?? null))
      for (const each of given) {
        const next = countsOtherwiseOn(each, today)
        for (const days of [1, 2, 30, overdueForDays, keptWindowDays, keptWindowDays + 1, 500]) {
          const then = addDays(today, days)
          if (next !== undefined && then >= next) break
          expect(countedAt(each, then), `${each.state} due on ${each.dueOn}, on ${then}`).toEqual(
            countedAt(each, today),
          )
        }
      }
    }),
    { numRuns: 25 },
  )
})

/** All that is counted of one promise, and whether it may be the next to fall due. */
const countedAt = (each: Given, day: string) => ({
  overdue: isOverdue(each, day),
  counts: counts(each, day),
  older: each.state === "missed" && each.dueOn < addDays(day, -keptWindowDays),
  ahead: isOpen(each) && each.dueOn >= day,
})

test("the counts beside a partnership are those of the rules", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(occurrence, { maxLength: 60 }), async (given) => {
      // A common table of the same name stands before the table itself.
      const stored = sql`(with occurrence as (select * from jsonb_populate_recordset(null::public.occurrence, ${JSON.stringify(given.map(row))}::jsonb))
        select jsonb_build_object('kept', k.kept, 'promises', k.promises)
        from (select) one ${promiseCounts(host, sql`${ids.partnership_id}`, today, "k")})`
      const of = (side: "host" | "partner") => {
        const own = given.filter(({ owedBy }) => owedBy === side)
        return { open: own.filter(isOpen).length, overdue: own.filter((each) => isOverdue(each, today)).length }
      }
      expect(await derive("occurrence", [{}], () => stored)).toEqual([
        {
          kept: { host: keptRate(given, "host", today), partner: keptRate(given, "partner", today) },
          promises: { host: of("host"), partner: of("partner") },
        },
      ])
    }),
    { numRuns: 25 },
  )
})
