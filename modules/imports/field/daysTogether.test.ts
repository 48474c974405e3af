import { expect, test } from "vitest"
import { sql } from "#platform/database"
import { importFile, untilSettled } from "#test/imports"
import { startTestKeelson } from "#test/keelson"
import { undoImport } from "../contract.ts"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

test("a day of which the next export has one row more, or another value, counts with all its rows", async () => {
  const workspace = await keelson.workspace("Days")
  const caller = await workspace.as("admin")
  await importFile(caller, "Name,Type\nLumen Partners,reseller\n", { kind: "partners" })
  const undo = async (id: string) => {
    expect(await caller.call(undoImport, { import: id })).toMatchObject({ status: 200 })
    await untilSettled(caller, id)
  }
  const file = (...rows: readonly string[]) =>
    `partner,signal,week,value\n${rows.map((row) => `Lumen Partners,registrations,${row}\n`).join("")}`
  const total = async () => {
    const { rows } = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
      sql<{
        total: string
      }>`with counting as (select m.*, first_value(import_id) over (order by recorded_at desc, id desc) as latest
        from measurement m where m.workspace_id = ${actor.workspaceId} and retracted_at is null)
        select sum(value)::int as total from counting where import_id = latest`.execute(db),
    )
    return rows[0]?.total
  }
  await importFile(caller, file("2026-06-01,2", "2026-06-01,7"))
  expect(await total()).toBe(9)
  const more = await importFile(caller, file("2026-06-01,2", "2026-06-01,7", "2026-06-01,3"))
  expect([more.state, await total()]).toEqual(["imported", 12])
  expect(more.summary).toMatchObject({ created: { measurement: 1 }, known: 2 })
  await undo(more.id)
  expect(await total()).toBe(9)
  const answers = { "recorded-otherwise:": "update" }
  const other = await importFile(caller, file("2026-06-01,8"), { answers })
  expect([other.state, await total()]).toEqual(["imported", 15])
  expect(other.summary).toMatchObject({ created: {}, changed: { measurement: 1 }, known: 1 })
  await undo(other.id)
  expect(await total()).toBe(9)
})
