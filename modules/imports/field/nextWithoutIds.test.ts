import { expect, test } from "vitest"
import * as contract from "#contract/imports"
import { checkFile, fieldFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })
const folder = "37-next-export-without-ids"

const workspaceWith = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const caller = await workspace.as("admin")
  await importFile(caller, "name,type\nLumen Partners,reseller\nOrbit Works,reseller\n")
  const deals = () =>
    keelson.platform.transact(workspace.system, async ({ db, actor }) => {
      const rows = await db
        .selectFrom("deal")
        .selectAll()
        .where("workspaceId", "=", actor.workspaceId)
        .where("retractedAt", "is", null)
        .execute()
      return rows.map(({ name, state, amountMinor }) => `${name} ${state} ${amountMinor}`).toSorted()
    })
  const promises = () =>
    keelson.platform.transact(workspace.system, async ({ db, actor }) => {
      const rows = await db.selectFrom("commitment").selectAll().where("workspaceId", "=", actor.workspaceId).execute()
      return rows.map(({ title, firstDueOn }) => `${title} ${firstDueOn}`).toSorted()
    })
  return { caller, deals, promises }
}

const first = ["Fleet renewal submitted 10000", "Pilot submitted 7000"]

test("deals without ids are known by partner, name and customer; what differs is asked about, what is the same left out", async () => {
  const { caller, deals } = await workspaceWith("Deals again")
  await importFile(caller, fieldFile(`${folder}/deals-january.csv`), { kind: "deals" })
  const next = fieldFile(`${folder}/deals-february.csv`)
  const checked = await checkFile(caller, next, { kind: "deals" })
  expect(checked.summary.remarks).toMatchObject([
    { key: "recorded-before:", count: 1, usual: "leave" },
    { key: "called-the-same:", count: 1, isOpen: true, choices: ["update", "keep", "record"] },
  ])
  expect(await importFile(caller, next, { kind: "deals" })).toMatchObject({ state: "checked" })
  expect(await deals()).toEqual(first)

  const done = await importFile(caller, next, { kind: "deals", answers: { "called-the-same:": "update" } })
  expect(done).toMatchObject({ state: "imported", summary: { created: { deal: 1 }, changed: { deal: 1 } } })
  expect(await deals()).toEqual(["Branch offices submitted 5000", "Fleet renewal won 12000", "Pilot submitted 7000"])

  await caller.call(contract.undoImport, { import: done.id })
  await expect.poll(deals).toEqual(first)
})

test("deals that are called the same and are others are recorded besides", async () => {
  const { caller, deals } = await workspaceWith("Deals besides")
  await importFile(caller, fieldFile(`${folder}/deals-january.csv`), { kind: "deals" })
  const next = fieldFile(`${folder}/deals-february.csv`)
  await importFile(caller, next, {
    kind: "deals",
    answers: { "called-the-same:": "record", "recorded-before:": "record" },
  })
  expect(await deals()).toEqual([
    ...["Branch offices submitted 5000", "Fleet renewal submitted 10000", "Fleet renewal won 12000"],
    ...["Pilot submitted 7000", "Pilot submitted 7000"],
  ])
})

test("a promise without an id is known by its title and who owes it; its due days are not moved by a file", async () => {
  const { caller, promises } = await workspaceWith("Promises again")
  await importFile(caller, fieldFile(`${folder}/promises-1.csv`), { kind: "commitments" })
  const next = fieldFile(`${folder}/promises-2.csv`)
  expect(await importFile(caller, next, { kind: "commitments" })).toMatchObject({ state: "checked" })
  const done = await importFile(caller, next, { kind: "commitments", answers: { "called-the-same:": "update" } })
  expect(done.summary.remarks?.map(({ key }) => key)).toContain("change-not-allowed:due_on")
  expect(await promises()).toEqual(["Pipeline report 2027-01-15", "Pipeline report 2027-04-15"])
})

test("a known deal that a file gives to another partner stays, and is told", async () => {
  const { caller } = await workspaceWith("Another partner")
  const file =
    "Partner,Deal Name,Deal ID,Amount,Currency,Stage,Created Date\nLumen Partners,Fleet,D-1,100,EUR,submitted,2026-01-05\n"
  await importFile(caller, file, { kind: "deals" })
  const checked = await checkFile(caller, fieldFile(`${folder}/deal-of-another-partner.csv`), { kind: "deals" })
  expect(checked.summary.remarks).toMatchObject([
    {
      key: "change-not-allowed:partner",
      count: 1,
      examples: [{ line: 2, text: "Fleet: Lumen Partners", becomes: "Orbit Works" }],
    },
  ])
})
