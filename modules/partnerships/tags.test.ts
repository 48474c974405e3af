import { expect, test } from "vitest"
import { startTestKeelson } from "#test/keelson"
import { createPartnership, listTags, tagPartnerships } from "./contract.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const viewer = await workspace.as("viewer")

const record = async (name: string) =>
  (await manager.call(createPartnership, { type: "reseller", newOrganization: { name } })).body
const [one, two] = [await record("Alpha"), await record("Beta")]
const both = [one.id, two.id]

const tagsNow = async () =>
  Object.fromEntries((await manager.call(listTags)).body.items.map(({ tag, partnerships }) => [tag, partnerships]))

test("tags are put on several at once and taken off again; each says what changed of it", async () => {
  await manager.call(tagPartnerships, { partnershipIds: [one.id], add: ["Key account"] })
  const { body } = await manager.call(tagPartnerships, { partnershipIds: both, add: ["key account", "South"] })
  expect(body.items.find(({ id }) => id === one.id)).toMatchObject({ added: ["South"], tags: ["Key account", "South"] })
  expect(body.items.find(({ id }) => id === two.id)?.added).toEqual(["Key account", "South"])
  expect(await tagsNow()).toEqual({ "Key account": 2, South: 2 })
  await manager.call(tagPartnerships, { partnershipIds: [two.id], remove: ["SOUTH", "Key account"] })
  expect(await tagsNow()).toEqual({ "Key account": 1, South: 1 })
})

test("two people who tag at once both keep theirs", async () => {
  const third = await record("Gamma")
  const owner = await workspace.as("owner")
  const answers = await Promise.all(
    [manager, owner, manager, owner].map((who, at) =>
      who.call(tagPartnerships, { partnershipIds: [third.id], add: [`at once ${at}`] }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const { body } = await manager.call(tagPartnerships, { partnershipIds: [third.id], remove: ["none of these"] })
  expect(body.items[0]?.tags).toHaveLength(4)
  await manager.call(tagPartnerships, { partnershipIds: [third.id], remove: body.items[0]?.tags ?? [] })
})

test("all that are named are changed, or none is", async () => {
  const many = Array.from({ length: 20 }, (_, at) => `tag ${at}`)
  const { status, body } = await manager.call(tagPartnerships, { partnershipIds: both, add: many })
  expect([status, body]).toMatchObject([409, { code: "too-many-tags" }])
  expect(await tagsNow()).toEqual({ "Key account": 1, South: 1 })
  const stranger = await (await keelson.workspace("Elsewhere")).as("owner")
  expect((await stranger.call(tagPartnerships, { partnershipIds: [one.id], add: ["x"] })).status).toBe(404)
  expect((await manager.call(tagPartnerships, { partnershipIds: [one.id], add: ["a, b"] })).status).toBe(422)
})

test("a viewer reads tags and changes none; the partner reads none", async () => {
  expect((await viewer.call(tagPartnerships, { partnershipIds: [one.id], add: ["x"] })).status).toBe(403)
  expect((await viewer.call(listTags)).body.items).toHaveLength(2)
  const partner = await workspace.asPartner(one.organizationId)
  expect((await partner.call(listTags)).status).toBe(403)
  expect((await partner.call(tagPartnerships, { partnershipIds: [one.id], add: ["x"] })).status).toBe(403)
})
