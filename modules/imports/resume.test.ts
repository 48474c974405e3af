import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { afterAll, expect, test } from "vitest"
import { newId } from "#platform/ids"
import { startTestKeelson } from "#test/keelson"
import * as contract from "./contract.ts"
import { claimWork, isClaimed } from "./store.ts"

const folder = mkdtempSync(join(tmpdir(), "keelson-resume-"))
const keelson = await startTestKeelson({ environment: { KEELSON_FOLDER: folder } })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A second server process that only works, over the same database; killed in the middle of its work. */
const startWorker = (): ChildProcess =>
  spawn(process.execPath, ["main.ts", "start", "--only", "worker", "--no-demo"], {
    env: { ...process.env, DATABASE_URL: keelson.ownerUrl, KEELSON_FOLDER: folder, LOG_LEVEL: "warn" },
    stdio: ["ignore", "ignore", "inherit"],
  })

const kill = async (child: ChildProcess): Promise<void> => {
  child.kill("SIGKILL")
  await once(child, "exit")
}

const rows = 60_000

test("a server killed in the middle of an import leaves nothing behind, and the next one finishes it once", {
  timeout: 120_000,
}, async () => {
  const workspace = await keelson.workspace("Killed")
  const manager = await workspace.as("partner_manager")
  const content = ["partner,date,kind"]
  for (let at = 0; at < rows; at++) content.push(`Partner ${at % 50},2026-01-0${1 + (at % 9)},call ${at}`)
  const { body } = await manager.call(
    contract.uploadImport,
    {},
    { file: { name: "big.csv", content: content.join("\n") } },
  )
  await manager.call(contract.decideImport, { import: body.id, kind: "activities", unknownPartners: "create" })
  expect((await manager.call(contract.startImport, { import: body.id })).status).toBe(200)
  const look = async () => (await manager.call(contract.getImport, { import: body.id })).body
  const activities = () =>
    keelson.platform.transact(workspace.system, async ({ db, actor }) =>
      Number(
        (
          await db
            .selectFrom("activity")
            .select(({ fn }) => fn.countAll().as("rows"))
            .where("workspaceId", "=", actor.workspaceId)
            .executeTakeFirstOrThrow()
        ).rows,
      ),
    )

  const first = startWorker()
  while ((await look()).rowsDone === 0) await pause(20)
  await kill(first)
  expect((await look()).state).toBe("importing")
  expect(await activities()).toBe(0)

  const second = startWorker()
  while ((await look()).state === "importing") await pause(100)
  await kill(second)
  expect(await look()).toMatchObject({
    state: "imported",
    rowsTotal: rows,
    rowsFailed: 0,
    summary: { created: { activity: rows, partnership: 50 } },
  })
  expect(await activities()).toBe(rows)
})

test("who looks whether somebody works on an import is not in the way of who begins", async () => {
  const { system } = await keelson.workspace("Claimed")
  const { transact } = keelson.platform
  const id = newId()
  const [looked, worked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const seen: boolean[] = []
  const looking = transact(system, async (tx) => {
    seen.push(await isClaimed(tx, id))
    looked.resolve()
    await worked.promise
    seen.push(await isClaimed(tx, id), await isClaimed(tx, newId()))
  })
  const working = transact(system, async (tx) => {
    await looked.promise
    seen.push(await claimWork(tx, id))
    worked.resolve()
    await looking
  })
  await Promise.all([looking, working])
  expect(seen).toEqual([false, true, true, false])
})
