import { readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { createTestDatabase } from "#test/database"
import { testPassword } from "#test/keelson"
import { smallDisk } from "./disk.ts"
import { expectKept } from "./kept.ts"
import { moreWrites, writeWithoutPause } from "./load.ts"
import { ownerUrlOf, postmasterOf, productFolder, startProduct, until } from "./product.ts"
import { firstOwner, patienceMs, somePorts } from "./visitor.ts"

const disk = smallDisk(600)
const folder = productFolder(disk?.folder)
/** Larger than what one block leaves, as every real table is. */
const table = {
  name: "partners.csv",
  content: `name\n${Array.from({ length: 50_000 }, (_, n) => `Partner ${n}\n`).join("")}`,
}

// Only root mounts a disk; what everybody can try is below.
test.runIf(disk)(
  "a disk that fills up under load is said in one way, loses nothing acknowledged, and all goes on when there is room",
  async () => {
    const [port = 0] = await somePorts(1)
    const address = `http://127.0.0.1:${port}`
    const product = await startProduct([], { KEELSON_FOLDER: folder, PORT: String(port) })
    const visitor = await firstOwner(product, port)
    const ready = () => fetch(`${address}/ready`)
    const upload = () => visitor.send(port, "POST", "/imports", { file: table })
    let signIns = 0
    const signIn = () =>
      fetch(`${address}/api/auth/sign-in/email`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: address, "x-forwarded-for": `10.9.9.${signIns++}` },
        body: JSON.stringify({ email: "olga@host.example", password: testPassword }),
      })
    expect((await ready()).status).toBe(200)
    const kept = await upload()
    expect(kept.status).toBe(201)

    const load = writeWithoutPause(visitor, [port])
    await moreWrites(load)
    disk?.fill()
    await until(() => load.replies.some(({ status }) => status === 507), 60_000, "the database to have no room")
    expect(await upload()).toMatchObject({
      status: 507,
      body: { code: "disk-full", title: expect.stringMatching(/no room left/) },
    })
    // What was found out about the database is kept for a second.
    await until(async () => (await ready()).status !== 200, 60_000, "the database to be asked anew")
    const notReady = await ready()
    expect([notReady.status, await notReady.json()]).toEqual([507, expect.objectContaining({ code: "disk-full" })])
    const started = await visitor.send(port, "POST", `/imports/${kept.body.id}/start`)
    expect([started.status, started.body.code]).toEqual([507, "disk-full"])
    // A session may still find room on a page that was begun.
    const refused: number[] = []
    await until(async () => refused.push((await signIn()).status) > 0 && refused.at(-1) !== 200, 60_000, "a sign-in")
    expect(refused.at(-1)).toBe(507)
    expect((await visitor.send(port, "GET", "/organizations")).status).toBe(200)
    expect((await visitor.send(port, "GET", `/imports/${kept.body.id}`)).body).toMatchObject({ state: "uploaded" })
    expect((await fetch(`${address}/health`)).status).toBe(200)
    // Only what was kept before is there: no half of what came since.
    expect(readdirSync(join(folder, "uploads"))).toHaveLength(1)

    // Killed meanwhile, the database cannot come back before there is room; nobody has to start it then.
    process.kill(postmasterOf(folder) ?? Number.NaN, "SIGKILL")
    await until(async () => (await ready()).status === 503, 60_000, "the database to be away")
    disk?.free()
    await moreWrites(load)
    await load.stop()
    await until(async () => (await ready()).status === 200, 60_000, "the database to be back")
    expect((await signIn()).status).toBe(200)
    expect((await visitor.send(port, "POST", `/imports/${kept.body.id}/start`)).status).toBe(200)
    await until(
      async () => (await visitor.send(port, "GET", `/imports/${kept.body.id}`)).body["state"] === "imported",
      120_000,
      "the import",
    )

    await expectKept(ownerUrlOf(folder), load.acknowledged)
    const others = load.replies.filter(({ status }) => ![200, 201, 412, 503, 507].includes(status))
    expect(others).toEqual([])
    expect(load.replies.filter(({ tookMs }) => tookMs >= patienceMs)).toEqual([])
    product.signal("SIGTERM")
    expect(await product.ended).toBe(0)
  },
  300_000,
)

test("files that find no room are said as such, leave nothing behind, and hold up nothing else", async () => {
  const [port = 0] = await somePorts(1)
  const { ownerUrl } = await createTestDatabase()
  const place = productFolder()
  const environment = { KEELSON_FOLDER: place, DATABASE_URL: ownerUrl, PORT: String(port) }
  // What a disk would say, a limit of files says: 256 kB each.
  const product = await startProduct(["--only", "web"], environment, { mostFileBytes: 256 * 1024 })
  const visitor = await firstOwner(product, port)
  const upload = (content: string) => visitor.send(port, "POST", "/imports", { file: { ...table, content } })
  expect((await upload("name\nAcme\n")).status).toBe(201)
  expect(await upload(table.content)).toMatchObject({ status: 507, body: { code: "disk-full" } })
  expect(readdirSync(join(place, "uploads"))).toHaveLength(1)
  expect((await visitor.send(port, "POST", "/organizations", { body: { name: "Acme" } })).status).toBe(201)
  expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200)
  product.signal("SIGTERM")
  expect(await product.ended).toBe(0)
}, 240_000)
