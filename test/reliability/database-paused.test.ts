import { expect, test } from "vitest"
import { createTestDatabase } from "#test/database"
import { runAsOwner } from "#test/owner-connection"
import { startLine } from "./line.ts"
import { productFolder, startProduct, until } from "./product.ts"
import { firstOwner, somePorts } from "./visitor.ts"

const folder = productFolder()
const { ownerUrl } = await createTestDatabase()
const many = 24

test("when the database says nothing any more, requests under way and new ones are answered in time, and all goes on when it does", async () => {
  const line = await startLine(ownerUrl)
  const [port = 0] = await somePorts(1)
  const environment = { KEELSON_FOLDER: folder, DATABASE_URL: line.url, PORT: String(port), DATABASE_CONNECTIONS: "4" }
  const product = await startProduct(["--only", "web"], environment)
  const visitor = await firstOwner(product, port)
  const ready = () => fetch(`http://127.0.0.1:${port}/ready`)
  const write = (name: string) => visitor.send(port, "POST", "/organizations", { body: { name }, key: name })
  expect([(await ready()).status, (await write("before")).status]).toEqual([200, 201])

  line.pause()
  const names = Array.from({ length: many }, (_, index) => `paused-${index}`)
  const answers = await Promise.all([...names.map(write), visitor.send(port, "GET", "/organizations")])
  // Whoever is kept waiting gives up: status 0.
  for (const { status, headers } of answers) expect([status, headers.get("retry-after")]).toEqual([503, "5"])
  const again = await Promise.all([write("paused-again"), visitor.send(port, "GET", "/organizations")])
  expect(again.map(({ status }) => status)).toEqual([503, 503])
  expect((await ready()).status).toBe(503)
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)

  line.goOn()
  await until(async () => (await ready()).status === 200, 60_000, "the product to be ready again")
  await until(async () => (await write("paused-0")).status === 201, 60_000, "the first write to be taken")
  for (const name of [...names, "paused-again"]) expect((await write(name)).status).toBe(201)
  const listed = await visitor.send(port, "GET", "/organizations?limit=100")
  expect((listed.body.items as { name: string }[]).map(({ name }) => name).sort()).toEqual(
    ["before", ...names, "paused-again"].sort(),
  )
  product.signal("SIGTERM")
  expect(await product.ended).toBe(0)
  await line.close()
}, 240_000)

test("a database that takes no writes is not ready, says so to who writes, and is read all the same", async () => {
  const [port = 0] = await somePorts(1)
  const product = await startProduct(["--only", "web"], {
    KEELSON_FOLDER: folder,
    DATABASE_URL: ownerUrl,
    PORT: String(port),
  })
  const ready = async () => (await fetch(`http://127.0.0.1:${port}/ready`)).status
  expect(await ready()).toBe(200)
  const name = new URL(ownerUrl).pathname.slice(1)
  const said = (setting: string) =>
    runAsOwner(
      ownerUrl,
      `begin read write; alter database "${name}" ${setting}; commit;
       select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
  await said("set default_transaction_read_only = on")
  await until(async () => (await ready()) === 503, 30_000, "the product not to be ready")
  await said("reset default_transaction_read_only")
  await until(async () => (await ready()) === 200, 30_000, "the product to be ready again")
  product.signal("SIGTERM")
  expect(await product.ended).toBe(0)
}, 240_000)
