import { expect, test } from "vitest"
import { startTestKeelson } from "#test/keelson"
import {
  createOrganization,
  editOrganization,
  findSimilarOrganizations,
  getOrganization,
  listOrganizations,
} from "./contract.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")

const record = async (name: string, domains: string[] = []) =>
  (await manager.call(createOrganization, { name, domains })).body

test("an organization is recorded once per Idempotency-Key", async () => {
  const input = { name: "Größe & Söhne AG", domains: ["groesse.example"] }
  const first = await manager.call(createOrganization, input, { idempotencyKey: "once" })
  const again = await manager.call(createOrganization, input, { idempotencyKey: "once" })
  expect(first.status).toBe(201)
  expect(again.body.id).toBe(first.body.id)
})

test("a domain that is known is refused with the one it belongs to, unless it is wanted", async () => {
  const known = await record("Contoso", ["contoso.example"])
  const input = { name: "Contoso International", domains: ["contoso.example"] }
  const refused = await manager.call(createOrganization, input)
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({ code: "already-known", detail: { similar: [{ id: known.id, why: "domain" }] } })
  expect((await manager.call(createOrganization, { ...input, evenIfSimilar: true })).status).toBe(201)
})

test("search forgives typing errors and accents", async () => {
  await record("Hewlett Packard Enterprise")
  for (const search of ["hewlet", "pakcard enterprise", "HEWLETT"]) {
    const found = await manager.call(listOrganizations, { search })
    expect(found.body.items.map(({ name }) => name)).toContain("Hewlett Packard Enterprise")
  }
})

test("a nearly equal name is warned of", async () => {
  await record("Rackspace Hosting")
  const { body } = await manager.call(findSimilarOrganizations, { name: "Rackspace Hosting Inc", domains: "" })
  expect(body.items[0]).toMatchObject({ name: "Rackspace Hosting", why: "name" })
})

test("pages follow each other without gap or repeat, in both directions", async () => {
  for (let index = 0; index < 7; index++) await record(`Page ${index}`)
  for (const sort of ["name", "-name", "createdAt", "-createdAt"] as const) {
    const whole = await manager.call(listOrganizations, { sort, limit: 200 })
    const pages: string[] = []
    for (let after: string | undefined, more = true; more; ) {
      const { body } = await manager.call(listOrganizations, { sort, limit: 3, ...(after ? { after } : {}) })
      pages.push(...body.items.map(({ id }) => id))
      more = body.next !== null
      after = body.next ?? undefined
    }
    expect(pages).toEqual(whole.body.items.map(({ id }) => id))
  }
})

test("of two edits of one version the second is told", async () => {
  const made = await record("Edited")
  const first = await manager.call(
    editOrganization,
    { organization: made.id, name: "Edited once" },
    { ifMatch: made.version },
  )
  const second = await manager.call(
    editOrganization,
    { organization: made.id, name: "Edited twice" },
    { ifMatch: made.version },
  )
  expect([first.status, second.status]).toEqual([200, 412])
  expect((await manager.call(getOrganization, { organization: made.id })).body.name).toBe("Edited once")
})

test("a viewer reads and may not write; the reason is shipped", async () => {
  const viewer = await workspace.as("viewer")
  const made = await record("Looked at")
  expect((await viewer.call(getOrganization, { organization: made.id })).body.abilities).toEqual({
    edit: "role-may-not",
  })
  expect((await viewer.call(createOrganization, { name: "Mine" })).status).toBe(403)
})

test("another workspace finds nothing", async () => {
  const made = await record("Secret")
  const stranger = await (await keelson.workspace("Elsewhere")).as("owner")
  expect((await stranger.call(getOrganization, { organization: made.id })).status).toBe(404)
  expect((await stranger.call(listOrganizations, {})).body.items).toEqual([])
})
