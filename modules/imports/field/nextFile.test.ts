import { expect, test } from "vitest"
import { fieldFile, importFile, receive } from "#test/imports"
import { startTestKeelson } from "#test/keelson"
import * as contract from "../contract.ts"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

test("a promise and an objective with an id are known in the next file", async () => {
  const workspace = await keelson.workspace("Growing")
  const caller = await workspace.as("admin")
  const bring = async (path: string, kind: string) => {
    const run = await importFile(caller, fieldFile(path), { kind })
    expect(run, path).toMatchObject({ state: "imported", rowsFailed: 0 })
    return run.summary
  }
  await bring("07-growing-export-doubles/partners.csv", "partners")
  expect(await bring("07-growing-export-doubles/promises-1.csv", "commitments")).toMatchObject({
    created: { commitment: 1 },
  })
  expect(await bring("07-growing-export-doubles/promises-2.csv", "commitments")).toMatchObject({
    created: { commitment: 1 },
    known: 1,
  })
  await bring("07b-objectives-double/agreements.csv", "agreements")
  await bring("07b-objectives-double/objectives-1.csv", "objectives")
  const second = await bring("07b-objectives-double/objectives-2.csv", "objectives")
  expect(second).toMatchObject({ created: { objective: 1 }, known: 1 })
  const ids = await keelson.platform.transact(workspace.system, async ({ db, actor }) => [
    ...(await db.selectFrom("commitment").select("externalId").where("workspaceId", "=", actor.workspaceId).execute()),
    ...(await db.selectFrom("objective").select("externalId").where("workspaceId", "=", actor.workspaceId).execute()),
  ])
  expect(ids.map(({ externalId }) => externalId).toSorted()).toEqual(["K-1", "K-2", "OB-1", "OB-2"])
})

test("a file from which nothing was taken may be imported again; one that brought something may not", async () => {
  const caller = await (await keelson.workspace("Again")).as("admin")
  await importFile(caller, fieldFile("22-already-imported-after-nothing/partners.csv"))
  const deals = fieldFile("22-already-imported-after-nothing/deals.csv")
  expect(await importFile(caller, deals)).toMatchObject({ state: "imported", rowsFailed: 2, summary: { created: {} } })
  const again = await importFile(caller, deals, { currency: "EUR" })
  expect(again).toMatchObject({ state: "imported", rowsFailed: 0, summary: { created: { deal: 2 } } })
  const third = await caller.call(contract.startImport, { import: await receive(caller, deals, { currency: "EUR" }) })
  expect(third).toMatchObject({ status: 409, body: { code: "already-imported" } })
})
