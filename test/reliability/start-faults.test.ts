import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { afterAll, expect, test } from "vitest"
import { createTestDatabase } from "#test/database"
import { startOldPostgres } from "./old-postgres.ts"
import { productFolder, spawnProduct } from "./product.ts"

const folder = productFolder()
const { ownerUrl } = await createTestDatabase()
const old = await startOldPostgres("14.9")
const occupied = createServer()
await new Promise<void>((resolve) => occupied.listen(0, "127.0.0.1", resolve))
const takenPort = String((occupied.address() as AddressInfo).port)
afterAll(() => Promise.all([old.stop(), new Promise((resolve) => occupied.close(resolve))]))

const changed = (change: (url: URL) => void): string => {
  const url = new URL(ownerUrl)
  change(url)
  return url.href
}

test.each<[string, Record<string, string>, string[], number, RegExp]>([
  [
    "a database that cannot be reached",
    { DATABASE_URL: changed((url) => (url.port = "1")) },
    [],
    1,
    /cannot reach the PostgreSQL of DATABASE_URL \(127\.0\.0\.1:1\)/,
  ],
  [
    "a wrong password",
    { DATABASE_URL: changed((url) => (url.password = "wrong")) },
    [],
    1,
    /may not enter .* as keelson_owner: check the user and the password/,
  ],
  [
    "a database that does not exist",
    { DATABASE_URL: changed((url) => (url.pathname = "/nowhere")) },
    [],
    1,
    /no database nowhere .*: create it/,
  ],
  ["a PostgreSQL that is too old", { DATABASE_URL: old.url }, [], 1, /is PostgreSQL 14\.9; Keelson needs 15 or newer/],
  ["a port that is taken", { DATABASE_URL: ownerUrl, PORT: takenPort }, [], 1, /Port \d+ on 127\.0\.0\.1 is taken/],
  [
    "an address of another machine",
    { DATABASE_URL: ownerUrl, HOST: "192.0.2.1" },
    [],
    1,
    /cannot listen on 192\.0\.2\.1: set HOST/,
  ],
  ["a setting that makes no sense", { PORT: "many" }, [], 2, /PORT is "many"; expected a port number/],
  ["a part that does not exist", {}, ["--only", "nonsense"], 2, /Allowed choices are web, worker/],
])("%s is said in one sentence and ends the start", async (_what, environment, args, code, sentence) => {
  const product = spawnProduct(args, { KEELSON_FOLDER: folder, PORT: "0", ...environment })
  expect([await product.ended, product.said()]).toEqual([code, expect.stringMatching(sentence)])
  expect(product.said().trim().split("\n")).toHaveLength(1)
})
