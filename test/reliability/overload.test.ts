import { readFileSync } from "node:fs"
import pg from "pg"
import { expect, test } from "vitest"
import { createTestDatabase } from "#test/database"
import { productFolder, startProduct, until } from "./product.ts"
import type { Reply } from "./visitor.ts"
import { firstOwner, somePorts } from "./visitor.ts"

const folder = productFolder()
/** More than the 4 connections and the 25 that may wait for each. */
const requests = 200
const { ownerUrl } = await createTestDatabase()

test("more slow requests than connections are sent away in time, and leave no memory behind", async () => {
  const [port = 0] = await somePorts(1)
  const environment = { KEELSON_FOLDER: folder, DATABASE_URL: ownerUrl, PORT: String(port), DATABASE_CONNECTIONS: "4" }
  const product = await startProduct(["--only", "web"], environment)
  const visitor = await firstOwner(product, port)
  const made = await visitor.send(port, "POST", "/organizations", { body: { name: "Wanted" } })
  const [holder, watcher] = [
    new pg.Client({ connectionString: ownerUrl }),
    new pg.Client({ connectionString: ownerUrl }),
  ]
  await Promise.all([holder.connect(), watcher.connect()])
  const waiting = async () =>
    (
      await watcher.query(
        "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      )
    ).rowCount

  const rush = async (): Promise<void> => {
    await holder.query("begin; select from organization for update")
    const replies: Reply[] = []
    const edits = Array.from({ length: requests }, async () => {
      const edit = { body: { name: "Wanted" }, ifMatch: 1_000 }
      replies.push(await visitor.send(port, "PUT", `/organizations/${made.body.id}`, edit))
    })
    await until(async () => (await waiting()) === 4, 60_000, "every connection to be busy")
    await until(() => replies.length === requests - 4, 60_000, "all others to be sent away")
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
    // Whoever is kept waiting gives up: status 0.
    for (const { status, headers } of replies) expect([status, headers.get("retry-after")]).toEqual([503, "5"])
    await holder.query("commit")
    await Promise.all(edits)
    expect(replies.slice(-4).map(({ status }) => status)).toEqual([412, 412, 412, 412])
  }
  await rush()
  const before = residentMegabytes(product.pid)
  await rush()
  await rush()
  expect(residentMegabytes(product.pid) - before).toBeLessThan(100)
  expect((await visitor.send(port, "GET", "/organizations")).status).toBe(200)
  await Promise.all([holder.end(), watcher.end()])
  product.signal("SIGTERM")
  expect(await product.ended).toBe(0)
}, 120_000)

const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024
