import pg from "pg"
import { expect, test } from "vitest"
import { z } from "zod"
import { listOrganizations } from "#contract/organizations"
import { invite, readInvitation } from "#contract/people"
import { endpoint } from "#core/endpoint"
import { accountById } from "#platform/accounts"
import { action, everyone, nothing } from "#platform/action"
import { besideItsTransaction } from "#platform/holding"
import { linkToken } from "#platform/link"
import { defineModule } from "#platform/module"
import type { ActPlatform, Platform } from "#platform/platform"
import { callerWith, startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"

/** What an act must not have, handed to it behind the back of the types. */
let whole: Platform | undefined

const asking = endpoint("GET", "/second-connection", {
  summary: "Takes one connection, or a second beside it.",
  reads: [],
  scope: "public",
  query: { way: z.enum(["none", "nested", "at once", "aside", "identity"]) },
  output: z.object({ name: z.string() }),
})

const nameIn = async (): Promise<string> =>
  (await whole?.transact({ kind: "anonymous" }, (tx) => accountById(tx, "nobody"), "read"))?.name ?? "nobody"

const askingModule = defineModule("asking", {
  actions: [
    action(asking, {
      load: nothing,
      may: everyone,
      act: async (_context, _nothing, { way }) => {
        if (way === "nested") return { name: await nameIn() }
        if (way === "at once") return { name: (await Promise.all([nameIn(), nameIn()])).join() }
        if (way === "aside") return { name: await besideItsTransaction(nameIn) }
        if (way === "identity") await whole?.identity.sessionOf(new Headers({ cookie: owner.cookie }))
        return { name: "nobody" }
      },
    }),
  ],
})

const keelson = await startTestKeelson({ extraModules: [askingModule], environment: { DATABASE_CONNECTIONS: "6" } })
whole = keelson.platform
const workspace = await keelson.workspace("Narrow")
const owner = await workspace.as("owner")

test("an act has no way to a second connection in its types", () => {
  const act = keelson.platform as ActPlatform
  // @ts-expect-error -- it has its transaction
  expect(act.transact).toBeDefined()
  // @ts-expect-error -- it asks for accounts in its transaction
  expect(act.identity).toBeDefined()
})

test.each([
  ["none", 200],
  ["nested", 500],
  ["at once", 500],
  ["aside", 500],
  ["identity", 500],
] as const)("a request that asks for a second connection (%s) is answered %i", async (way, status) => {
  expect((await owner.call(asking, { way })).status).toBe(status)
})

test("outside a request transactions run side by side, and none inside another", async () => {
  expect(await Promise.all([nameIn(), nameIn()])).toEqual(["nobody", "nobody"])
  const nested = keelson.platform.transact({ kind: "anonymous" }, () => nameIn())
  await expect(nested).rejects.toThrow("a second connection")
  // A job may tell how far it is, and says that it means to.
  const aside = keelson.platform.transact({ kind: "anonymous" }, () => besideItsTransaction(nameIn))
  expect(await aside).toBe("nobody")
  expect(await nameIn()).toBe("nobody")
})

/** A caller from an address of its own, as a proxy tells it. */
const from = (address: string, path: string, cookie = "") =>
  fetch(`${keelson.address}${path}`, { headers: { "x-forwarded-for": address, cookie } })

test("one address that asks without sign-in takes a part of the connections, and everybody else is served", async () => {
  await owner.call(invite, { email: "kim@narrow.example", side: "host", role: "viewer" })
  const [link] = await runAsOwner<{ id: string }>(keelson.ownerUrl, "select id from link")
  const token = linkToken(keelson.platform.config.secret, link?.id ?? "")
  const path = `/api${readInvitation.path.replace(":token", token)}`
  expect((await from("10.0.0.1", path)).status).toBe(200)
  const held = new pg.Client({ connectionString: keelson.ownerUrl })
  await held.connect()
  // Whoever reads the invitation waits for as long as this is open.
  await held.query("begin; lock table invitation in access exclusive mode")
  const flood = Array.from({ length: 40 }, () => from("10.0.0.1", path))
  const first = await Promise.race(flood)
  expect(first.status).toBe(429)
  expect(first.headers.get("retry-after")).toBe("1")
  expect((await callerWith(keelson.address, workspace.slug, owner.cookie).call(listOrganizations)).status).toBe(200)
  await held.query("commit")
  await held.end()
  const statuses = (await Promise.all(flood)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(3)
  expect(statuses.filter((status) => status === 429)).toHaveLength(37)
  // What is over is counted no more.
  expect((await from("10.0.0.1", path)).status).toBe(200)
})
