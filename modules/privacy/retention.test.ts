import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { listEvents } from "#contract/audit"
import { downloadImportErrors, getImport, listImportErrors, startImport, uploadImport } from "#contract/imports"
import { newId } from "#platform/ids"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { runJob, runQueued } from "#test/promises"
import * as contract from "./contract.ts"

const folder = mkdtempSync(join(tmpdir(), "keelson-retention-"))
const clock = movableClock("2026-01-05T09:00:00.000Z")
const keelson = await startTestKeelson({ clock, environment: { KEELSON_FOLDER: folder } })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const workspace = await keelson.workspace("Retention")
const owner = await workspace.as("owner")
const files = () => readdirSync(join(folder, "uploads"))

const held = async () =>
  (await owner.call(listEvents, { kind: "retention.held" })).body.items.map(({ payload }) => payload["deleted"])

test("a file goes with its import, its refused rows when their time is over", async () => {
  const content = "Partner;Type\nContoso;Reseller\n;MSP\n"
  const { body: run } = await owner.call(uploadImport, {}, { file: { name: "file.csv", content } })
  expect((await owner.call(startImport, { import: run.id })).status).toBe(200)
  await runQueued("imports.work", keelson)
  expect((await owner.call(getImport, { import: run.id })).body.state).toBe("imported")
  const refused = async () => (await owner.call(listImportErrors, { import: run.id })).body.items.length
  expect([files(), await refused()]).toEqual([[], 1])
  clock.moveTo("2026-07-04T08:59:00.000Z")
  await runJob("privacy.retain", keelson)
  expect([await refused(), await held()]).toEqual([1, []])
  clock.moveTo("2026-07-04T09:01:00.000Z")
  await runJob("privacy.retain", keelson)
  await runJob("privacy.retain", keelson)
  expect([await refused(), await held()]).toEqual([0, [{ refused_row: 1 }]])
  expect((await owner.call(downloadImportErrors, { import: run.id })).status).toBe(200)
  expect((await owner.call(getImport, { import: run.id })).body).toMatchObject({ state: "imported", rowsFailed: 1 })
})

test("a file that nobody imports goes after the time that was chosen", async () => {
  await owner.call(uploadImport, {}, { file: { name: "open.csv", content: "Partner;Type\nNorthwind;Reseller\n" } })
  expect((await owner.call(contract.setRetention, { keeps: "import_upload", days: 20 })).status).toBe(200)
  clock.moveTo("2026-07-24T09:00:00.000Z")
  await runJob("privacy.retain", keelson)
  expect(files()).toHaveLength(1)
  clock.moveTo("2026-07-24T09:02:00.000Z")
  await runJob("privacy.retain", keelson)
  expect([files(), (await held())[0]]).toEqual([[], { import_upload: 1 }])
})

test("notices go after a year, or after the time that was chosen, within its limits", async () => {
  const told = async (createdAt: string) => {
    const id = newId()
    await runAsOwner(
      keelson.ownerUrl,
      `insert into notification (workspace_id, id, user_id, kind, dedupe_key, created_at)
        values ('${workspace.system.workspaceId}', '${id}', 'somebody', 'x', '${id}', '${createdAt}')`,
    )
  }
  const left = async () =>
    (await runAsOwner(keelson.ownerUrl, "select from notification where user_id = 'somebody'")).length
  await told("2025-07-05T09:00:00Z")
  await told("2026-04-01T09:00:00Z")
  await runJob("privacy.retain", keelson)
  expect(await left()).toBe(1)
  const choose = async (days: number) => (await owner.call(contract.setRetention, { keeps: "notification", days })).body
  expect(await choose(29)).toMatchObject({ code: "days-out-of-range", detail: { leastDays: 30, mostDays: 1_825 } })
  expect((await choose(30)).items).toContainEqual({
    kind: "notification",
    days: 30,
    usualDays: 365,
    leastDays: 30,
    mostDays: 1_825,
  })
  await runJob("privacy.retain", keelson)
  expect(await left()).toBe(0)
  const { body } = await owner.call(listEvents, { kind: "retention.changed" })
  expect(body.items[0]?.payload).toEqual({ kind: "notification", before: 365, after: 30 })
})
