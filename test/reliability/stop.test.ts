import pg from "pg"
import { expect, test } from "vitest"
import { ownerUrlOf, postmasterOf, productFolder, startProduct, until } from "./product.ts"
import { firstOwner, somePorts } from "./visitor.ts"

const folder = productFolder()

test("asked to stop, the product answers what it has begun, takes nothing new, and leaves a cleanly stopped database", async () => {
  const [port = 0] = await somePorts(1)
  const product = await startProduct(["--no-demo"], { KEELSON_FOLDER: folder, PORT: String(port) })
  const visitor = await firstOwner(product, port)
  const made = await visitor.send(port, "POST", "/organizations", { body: { name: "Slow" } })
  const [holder, watcher] = [1, 2].map(() => new pg.Client({ connectionString: ownerUrlOf(folder) })) as [
    pg.Client,
    pg.Client,
  ]
  await Promise.all([holder.connect(), watcher.connect()])
  await holder.query("begin; select from organization for update")
  const isWaited = async (): Promise<boolean> =>
    (await watcher.query("select from pg_stat_activity where wait_event_type = 'Lock'")).rowCount === 1
  const slow = visitor.send(port, "PUT", `/organizations/${made.body.id}`, { body: { name: "Done" }, ifMatch: 1 })
  await until(isWaited, 30_000, "the request to be under way")

  product.signal("SIGTERM")
  await until(() => product.said().includes("Stopping"), 30_000, "the product to hear of it")
  const late = await visitor.send(port, "GET", "/organizations")
  expect([0, 503]).toContain(late.status)
  await holder.query("commit")
  await Promise.all([holder.end(), watcher.end()])
  expect(await slow).toMatchObject({ status: 200, body: { name: "Done", version: 2 } })
  expect(await product.ended).toBe(0)
  expect(postmasterOf(folder)).toBeUndefined()

  const again = await startProduct(["--no-demo"], { KEELSON_FOLDER: folder, PORT: String(port) })
  expect((await visitor.send(port, "GET", `/organizations/${made.body.id}`)).body).toMatchObject({ name: "Done" })
  again.signal("SIGTERM")
  expect(await again.ended).toBe(0)
}, 120_000)
