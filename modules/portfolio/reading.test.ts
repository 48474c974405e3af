import { expect, test } from "vitest"
import { createPartnership } from "#contract/partnerships"
import { startTestKeelson } from "#test/keelson"
import * as contract from "./contract.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const viewer = await workspace.as("viewer")

const record = async (name: string, more: object = {}) =>
  (await manager.call(createPartnership, { type: "reseller", newOrganization: { name }, ...more })).body

test("search forgives typing errors, in partnership and company names, in the list and the palette", async () => {
  const made = await record("Hewlett Packard Enterprise", { name: "Cloud resale EMEA" })
  for (const text of ["hewlet", "pakcard enterprise", "clod resale"]) {
    const { body } = await manager.call(contract.listPartnerships, { search: text })
    expect(
      body.items.map(({ id }) => id),
      text,
    ).toContain(made.id)
  }
  const found = await manager.call(contract.search, { text: "hewlet" })
  expect(found.body.items[0]).toMatchObject({ kind: "organization", name: "Hewlett Packard Enterprise" })
})

test("a filter narrows the list; pages follow each other without gap or repeat", async () => {
  for (let index = 0; index < 5; index++) await record(`Page ${index}`, { type: "referral" })
  for (const sort of ["name", "-name", "updatedAt", "-updatedAt"] as const) {
    const whole = await manager.call(contract.listPartnerships, { sort, type: "referral", limit: 200 })
    expect(whole.body.items).toHaveLength(5)
    const pages: string[] = []
    for (let after: string | undefined, more = true; more; ) {
      const query = { sort, type: "referral", limit: 2, ...(after ? { after } : {}) } as const
      const { body } = await manager.call(contract.listPartnerships, query)
      pages.push(...body.items.map(({ id }) => id))
      more = body.next !== null
      after = body.next ?? undefined
    }
    expect(pages).toEqual(whole.body.items.map(({ id }) => id))
  }
})

test("partners see their own partnership without the host's judgement; nobody else's", async () => {
  const mine = await record("Mine")
  const other = await record("Other")
  const partner = await workspace.asPartner(mine.organizationId)
  const { body } = await partner.call(contract.listOwnPartnerships)
  expect(body.items).toMatchObject([{ id: mine.id, hostName: "Nordwind" }])
  expect(JSON.stringify(body)).not.toMatch(/drift|owner/)
  expect((await partner.call(contract.getPartnership, { partnership: other.id })).status).toBe(404)
  expect((await partner.call(contract.getPartnership, { partnership: mine.id })).status).toBe(403)
  for (const read of [contract.listPartnerships, contract.getPortfolioSummary] as const)
    expect((await partner.call(read as never)).status).toBe(403)
  expect((await partner.call(contract.search, { text: "Other" })).status).toBe(403)
})

test("another workspace finds nothing", async () => {
  const made = await record("Secret project")
  const stranger = await (await keelson.workspace("Elsewhere")).as("owner")
  expect((await stranger.call(contract.getPartnership, { partnership: made.id })).status).toBe(404)
  expect((await stranger.call(contract.listPartnerships, { search: "Secret" })).body.items).toEqual([])
  expect((await stranger.call(contract.search, { text: "Secret project" })).body.items).toEqual([])
})

test("a viewer reads; why it may not write is shipped", async () => {
  const made = await record("Looked at")
  const { body } = await viewer.call(contract.getPartnership, { partnership: made.id })
  expect(body.abilities).toEqual({ edit: "role-may-not", move: "role-may-not", note: "role-may-not" })
})

test("of what nothing happened in yet, nothing is claimed", async () => {
  const made = await record("New")
  expect((await manager.call(contract.getPartnership, { partnership: made.id })).body).toMatchObject({
    drift: { state: "not_scored", onsetOn: null },
    kept: { host: { kept: 0, due: 0 }, partner: { kept: 0, due: 0 } },
    nextEnd: null,
    lastActivityAt: null,
    revenue: null,
  })
})
