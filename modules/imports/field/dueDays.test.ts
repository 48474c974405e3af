import { expect, test } from "vitest"
import { movableClock } from "#test/clock"
import { checkFile, fieldFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const clock = movableClock("2026-11-28T09:00:00.000Z")
const keelson = await startTestKeelson({ clock, worker: true, environment: { LOG_LEVEL: "warn" } })

const workspaceWith = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const caller = await workspace.as("admin")
  await importFile(caller, fieldFile("08-next-due-date-with-frequency/partners.csv"))
  const promises = () =>
    keelson.platform.transact(workspace.system, ({ db, actor }) =>
      db
        .selectFrom("commitment")
        .select(["title", "firstDueOn", "endsOn"])
        .where("workspaceId", "=", actor.workspaceId)
        .orderBy("title")
        .execute(),
    )
  const due = async () => {
    const rows = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
      db
        .selectFrom("occurrence")
        .innerJoin("commitment", "commitment.id", "occurrence.commitmentId")
        .select(["commitment.title", "occurrence.firstDueOn"])
        .where("occurrence.workspaceId", "=", actor.workspaceId)
        .where("commitment.workspaceId", "=", actor.workspaceId)
        .orderBy("commitment.title")
        .orderBy("occurrence.firstDueOn")
        .execute(),
    )
    return rows.map(({ title, firstDueOn }) => `${title} ${firstDueOn}`)
  }
  return { caller, promises, due }
}

test("the next due day of a promise with a frequency is its first; of a promise made once it is the day", async () => {
  const { caller, promises, due } = await workspaceWith("Next due")
  const done = await importFile(caller, fieldFile("08-next-due-date-with-frequency/obligations.csv"), {
    kind: "commitments",
  })
  expect(done).toMatchObject({ state: "imported", rowsFailed: 0 })
  expect(done.summary.remarks).toMatchObject([
    { key: "due-day-first:due_on", count: 2, usual: "first", choices: ["first", "last"] },
    { key: "cadence-unsaid:cadence", count: 1, usual: "once" },
  ])
  expect(await promises()).toEqual([
    { title: "Launch kit", firstDueOn: null, endsOn: "2026-12-21" },
    { title: "MDF settlement", firstDueOn: "2027-01-31", endsOn: null },
    { title: "Pipeline review", firstDueOn: "2027-01-15", endsOn: null },
  ])
  await expect
    .poll(due, { timeout: 60_000 })
    .toEqual(
      expect.arrayContaining([
        ...["Launch kit 2026-12-21", "MDF settlement 2027-01-31", "MDF settlement 2027-02-28"],
        ...["MDF settlement 2027-03-31", "Pipeline review 2027-01-15", "Pipeline review 2027-04-15"],
      ]),
    )
})

test("a due day that has passed may have been the last: nothing is imported before somebody says so", async () => {
  const { caller, promises } = await workspaceWith("Passed")
  const file = "partner,owed by,promise,frequency,due date\nLumen Partners,host,Review,monthly,2025-12-31\n"
  const checked = await checkFile(caller, file, { kind: "commitments" })
  expect(checked.summary.remarks).toMatchObject([{ key: "due-day-passed:due_on", count: 1, isOpen: true }])
  expect(await importFile(caller, file, { kind: "commitments" })).toMatchObject({ state: "checked" })
  const answers = { "due-day-passed:due_on": "last" }
  expect(await importFile(caller, file, { kind: "commitments", answers })).toMatchObject({ state: "imported" })
  expect(await promises()).toEqual([{ title: "Review", firstDueOn: null, endsOn: "2025-12-31" }])
})
