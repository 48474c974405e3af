import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays } from "#core/time"
import { sql } from "#platform/database"
import { openDerive } from "#test/derived"
import { isDueSoonIn, isOverdueIn, isWaitingIn } from "./facts.ts"
import { heldUpBy, isDueSoon, isOverdue } from "./rules/decide.ts"
import { taskStates } from "./rules.ts"

const today = "2026-11-23"
const workspace = "0192f000-0000-7000-8000-000000000001"
const derive = await openDerive()
const idOf = (at: number) => `0192f000-0000-7000-8000-0000000001${String(at).padStart(2, "0")}`

const given = fc.array(
  fc.record({
    state: fc.constantFrom(...taskStates),
    dueOn: fc.option(
      fc.integer({ min: -4, max: 5 }).map((days) => addDays(today, days)),
      { nil: null },
    ),
    waits: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 3 }),
  }),
  { minLength: 20, maxLength: 20 },
)

test.each([
  ["waits", (of: string) => isWaitingIn(of, workspace), (_: unknown, waits: boolean) => waits],
  ["is overdue", (of: string) => isOverdueIn(of, workspace, today), isOverdue],
  ["is due soon", (of: string) => isDueSoonIn(of, workspace, today), isDueSoon],
] as const)("SQL says of any task what the rule says: it %s", async (_, inSql, rule) => {
  await fc.assert(
    fc.asyncProperty(given, async (all) => {
      const tasks = all.map(({ waits, ...each }, at) => ({
        ...each,
        id: idOf(at),
        title: "",
        waitsFor: waits.map(idOf),
      }))
      const rows = tasks.map(({ id, state, dueOn, waitsFor }) => ({
        ...{ workspace_id: workspace, id, state, due_on: dueOn, waits_for: waitsFor },
      }))
      // A common table of the same name stands before the table itself.
      const stored = (alias: string) => sql`(with task as (
        select * from jsonb_populate_recordset(null::public.task, ${JSON.stringify(rows)}::jsonb)) select coalesce(${inSql(alias)}, false))`
      const answers = await derive("task", rows, stored)
      expect(answers).toEqual(tasks.map((task) => rule(task, heldUpBy(task, tasks).length > 0, today)))
    }),
    { numRuns: 25 },
  )
})
