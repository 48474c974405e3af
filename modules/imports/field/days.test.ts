import { expect, test } from "vitest"
import { checkFile, fieldFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const workspaceWith = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const caller = await workspace.as("admin")
  const started = async () => {
    const rows = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
      db
        .selectFrom("partnership")
        .select(["name", "startedOn"])
        .where("workspaceId", "=", actor.workspaceId)
        .orderBy("name")
        .execute(),
    )
    return rows.map(({ name, startedOn }) => [name, startedOn])
  }
  const acted = () =>
    keelson.platform.transact(workspace.system, ({ db, actor }) =>
      db
        .selectFrom("activity")
        .select(["occurredAt"])
        .where("workspaceId", "=", actor.workspaceId)
        .orderBy("occurredAt")
        .execute(),
    )
  return { workspace, caller, started, acted }
}

test("an instant in the field of a day is the day that the calendar of the workspace shows at that moment", async () => {
  const { caller, started } = await workspaceWith("Midnight")
  await importFile(caller, fieldFile("15-midnight-in-utc/partners.csv"))
  expect(await started()).toEqual([
    ["Lumen Partners", "2026-01-01"],
    ["Orbit Works", "2026-03-30"],
  ])
})

test("day numbers with a time are read, and their column is proposed", async () => {
  const { caller, acted } = await workspaceWith("Serial")
  await importFile(caller, fieldFile("23-serial-days-with-a-time/partners.csv"))
  const done = await importFile(caller, fieldFile("23-serial-days-with-a-time/activities.csv"), { kind: "activities" })
  expect(done).toMatchObject({ state: "imported", rowsFailed: 0, rowsTotal: 3 })
  // The calendar of the workspace is Berlin's; a day without a time is noon UTC.
  expect((await acted()).map(({ occurredAt }) => occurredAt)).toEqual([
    "2026-01-05T08:30:00.000Z",
    "2026-01-06T12:00:00.000Z",
    "2026-01-07T11:00:00.000Z",
  ])
})

test("weeks by their number are read in the column of a week", async () => {
  const { workspace, caller } = await workspaceWith("Weeks")
  await importFile(caller, fieldFile("23-serial-days-with-a-time/partners.csv"))
  const file =
    "partner,signal,week,value\nLumen Partners,leads,2026-W02,1\nLumen Partners,leads,KW 3/2026,2\nLumen Partners,leads,2026-W04-3,3\nLumen Partners,leads,2026-W60,4\n"
  expect(await importFile(caller, file, { kind: "measurements" })).toMatchObject({ rowsTotal: 4, rowsFailed: 1 })
  const weeks = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db
      .selectFrom("measurement")
      .select("periodStart")
      .where("workspaceId", "=", actor.workspaceId)
      .orderBy("periodStart")
      .execute(),
  )
  expect(weeks.map(({ periodStart }) => periodStart)).toEqual(["2026-01-05", "2026-01-12", "2026-01-21"])
})

test("a partner's own address is not the owner's; joined_at is the start", async () => {
  const { caller, started } = await workspaceWith("PartnerStack")
  const done = await importFile(caller, fieldFile("30-partnerstack-export/partners.csv"))
  expect(done).toMatchObject({ state: "imported", rowsFailed: 0 })
  expect(await started()).toEqual([
    ["Fir Media", "2025-03-02"],
    ["Gum Agency", "2025-04-02"],
  ])
  const owner = await checkFile(caller, "Name,Type,Owner email\nElm,reseller,nobody@elsewhere.example\n")
  expect(owner, "a column that says so is still the owner's").toMatchObject({ rowsFailed: 1 })
})

test("in a workspace west of Greenwich a moment is the day there, and clocks change by its calendar", async () => {
  const { workspace, caller, started, acted } = await workspaceWith("West")
  await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db.updateTable("workspace").set({ timeZone: "America/Los_Angeles" }).where("id", "=", actor.workspaceId).execute(),
  )
  const days = ["2026-01-01T02:00:00Z", "2026-01-01T08:00:00Z", "2025-12-31T23:30:00-08:00", "2026-01-01T00:00:00Z"]
  const partners = await importFile(caller, `Name,Type,Start\n${days.map((day, at) => `P${at},msp,${day}\n`).join("")}`)
  expect(partners.summary.remarks?.map(({ key, count }) => [key, count])).toEqual([["midnight-in-utc:started_on", 1]])
  expect(await started()).toEqual([
    ["P0", "2025-12-31"],
    ["P1", "2026-01-01"],
    ["P2", "2025-12-31"],
    ["P3", "2025-12-31"],
  ])
  const acts = ["2026-01-01 23:00", "2026-01-02 00:00", "2026-03-08 02:30", "2026-11-01 01:30", "2026-11-02"]
  const done = await importFile(caller, `partner,date,kind\n${acts.map((day) => `P1,${day},call\n`).join("")}`)
  expect(done.summary.remarks?.map(({ key, count }) => [key, count])).toEqual([
    ["midnight-is-a-day:occurred_on", 1],
    ["hour-skipped:occurred_on", 1],
    ["hour-twice:occurred_on", 1],
  ])
  expect((await acted()).map(({ occurredAt }) => occurredAt)).toEqual([
    ...["2026-01-02T07:00:00.000Z", "2026-01-02T12:00:00.000Z", "2026-03-08T10:30:00.000Z"],
    ...["2026-11-01T08:30:00.000Z", "2026-11-02T12:00:00.000Z"],
  ])
})
