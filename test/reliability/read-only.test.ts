import { readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { createTestDatabase } from "#test/database"
import { closable } from "./closed-folder.ts"
import { productFolder, spawnProduct, startProduct } from "./product.ts"
import { firstOwner, somePorts } from "./visitor.ts"

const folder = productFolder()
const place = closable(folder)
const { ownerUrl } = await createTestDatabase()
const secret = { KEELSON_SECRET: "a secret that is long enough for all of them" }

test.each<[string, Record<string, string>, number, RegExp]>([
  [
    "no secret of its own",
    {},
    2,
    /No secret could be kept in .*\/secret \(E\w+\): make room there and let this user write/,
  ],
  [
    "a database in the folder",
    secret,
    1,
    /may not write to \/\S+ \(E\w+\): let this user write there, .* KEELSON_FOLDER/,
  ],
  ["another database", { ...secret, DATABASE_URL: ownerUrl }, 1, /may not write to \/\S+ \(E\w+\)/],
])("a folder that may not be written ends the start with one sentence: %s", async (_what, environment, code, said) => {
  place.close()
  const product = spawnProduct([], { KEELSON_FOLDER: folder, PORT: "0", ...environment })
  expect([await product.ended, product.said()]).toEqual([code, expect.stringMatching(said)])
  expect(product.said().trim().split("\n")).toHaveLength(1)
  place.open()
  expect(readdirSync(folder)).toEqual([])
})

test("a folder that is closed under a running server is said to who sends a file; the rest goes on, and files do when it is open", async () => {
  const [port = 0] = await somePorts(1)
  const product = await startProduct([], { KEELSON_FOLDER: folder, DATABASE_URL: ownerUrl, PORT: String(port) })
  const visitor = await firstOwner(product, port)
  const upload = () =>
    visitor.send(port, "POST", "/imports", { file: { name: "partners.csv", content: "name\nAcme\n" } })
  expect((await upload()).status).toBe(201)
  place.close()
  for (let time = 0; time < 3; time++) {
    const refused = await upload()
    expect([refused.status, refused.body]).toEqual([
      507,
      expect.objectContaining({ code: "disk-closed", title: expect.stringMatching(/may not write to its disk/) }),
    ])
  }
  expect((await visitor.send(port, "POST", "/organizations", { body: { name: "Acme" } })).status).toBe(201)
  expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200)
  place.open()
  expect((await upload()).status).toBe(201)
  expect(readdirSync(join(folder, "uploads"))).toHaveLength(2)
  product.signal("SIGTERM")
  expect(await product.ended).toBe(0)
}, 240_000)
