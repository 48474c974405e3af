import { expect, test } from "vitest"
import { createPartnership, editPartnership, movePartnership, tagPartnerships } from "#contract/partnerships"
import { newId } from "#platform/ids"
import { startTestKeelson } from "#test/keelson"
import { getPortfolioSummary, groupPortfolio, listPartnerships } from "./contract.ts"

const keelson = await startTestKeelson({ clock: { now: () => "2026-11-23T09:00:00.000Z" } })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const viewer = await workspace.as("viewer")

const record = async (name: string, more: object = {}) =>
  (await manager.call(createPartnership, { type: "reseller", newOrganization: { name }, ...more })).body
const earn = (id: string, value: number) =>
  keelson.platform.transact(workspace.system, async (tx) => {
    const { workspaceId } = workspace.system
    const given = { workspaceId, partnershipId: id, id: newId(), signal: "revenue", periodStart: "2026-11-02", value }
    await tx.db
      .insertInto("measurement")
      .values({ ...given, recordedAt: tx.now })
      .execute()
    tx.figuresChanged([id])
  })

const gold = await record("Alpha", { tier: "Gold", region: "North" })
const abroad = await record("Beta", { tier: "Gold", currency: "USD" })
await record("Gamma", { tier: "Gold", region: "North" })
const silver = await record("Delta", { tier: "Silver", type: "isv", region: "North" })
await record("Epsilon")
await earn(gold.id, 1_000)
await earn(abroad.id, 500)
await earn(silver.id, 0)

const groups = async (query: Parameters<typeof manager.call<typeof groupPortfolio>>[1]) =>
  (await manager.call(groupPortfolio, query)).body

test("groups count and sum: each currency by itself, and what nobody measured is in no sum", async () => {
  const { items, partnerships, isWhole } = await groups({ by: "tier" })
  expect({ partnerships, isWhole }).toEqual({ partnerships: 5, isWhole: true })
  expect(items).toMatchObject([
    {
      key: "Gold",
      partnerships: 3,
      values: [
        { amountMinor: 100_000, currency: "EUR" },
        { amountMinor: 50_000, currency: "USD" },
      ],
      unvalued: 1,
    },
    { key: "Silver", partnerships: 1, values: [{ amountMinor: 0, currency: "EUR" }], unvalued: 0 },
    { key: null, partnerships: 1, values: [], unvalued: 1 },
  ])
})

test("amounts of several currencies are not compared: the one that is not the workspace's comes last, within no bounds, and it is said", async () => {
  const named = async (query: Parameters<typeof manager.call<typeof listPartnerships>>[1]) =>
    (await manager.call(listPartnerships, query)).body.items.map(({ name }) => name)
  expect((await named({ sort: "-value" })).slice(0, 2)).toEqual(["Alpha", "Delta"])
  expect((await named({ sort: "value" })).slice(0, 2)).toEqual(["Delta", "Alpha"])
  expect(await named({ valueFrom: 0, sort: "value" })).toEqual(["Delta", "Alpha"])
  expect(await named({ valueTo: 600 })).toEqual(["Delta"])
  expect((await manager.call(getPortfolioSummary)).body.hasOtherCurrencies).toBe(true)
})

test("groups are of what the filters leave, and each holds what its list holds", async () => {
  const filter = { region: "North", type: "reseller" } as const
  expect((await groups({ by: "tier", ...filter })).items).toMatchObject([{ key: "Gold", partnerships: 2 }])
  const { items } = await groups({ by: "type" })
  expect(items.map(({ key, partnerships }) => [key, partnerships])).toEqual([
    ["reseller", 4],
    ["isv", 1],
  ])
  const listed = (query: object) => manager.call(listPartnerships, query)
  expect((await listed({ without: "tier" })).body.items).toMatchObject([{ name: "Epsilon" }])
  expect((await listed({ without: "tier,owner", region: "North" })).body.items).toEqual([])
  expect((await listed({ health: "not_scored" })).body.items).toHaveLength(5)
  expect((await listed({ health: "drifting" })).body.items).toEqual([])
  expect((await listed({ without: "name" })).status).toBe(422)
})

test("owners are groups with their names; who has none comes last; a stage keeps its place among stages", async () => {
  const { body } = await manager.call(listPartnerships, { limit: 1 })
  const owner = body.items[0]?.owner
  const { name, type, currency, id: partnership, version } = silver
  await manager.call(editPartnership, { partnership, name, type, currency }, { ifMatch: version })
  expect((await groups({ by: "owner" })).items).toMatchObject([
    { key: owner?.id, name: owner?.name, partnerships: 4 },
    { key: null, name: null, partnerships: 1 },
  ])
  expect((await manager.call(listPartnerships, { without: "owner" })).body.items).toMatchObject([{ name: "Delta" }])
  const owned = await record("Zeta", { type: "isv" })
  const move = { partnership: owned.id, to: "paused", reason: "A pause" } as const
  await manager.call(movePartnership, move, { ifMatch: owned.version })
  expect((await groups({ by: "stage" })).items.map(({ key }) => key)).toEqual(["active", "paused"])
})

test("a partnership stands in the group of each of its tags, and is counted once in all", async () => {
  await manager.call(tagPartnerships, { partnershipIds: [gold.id, abroad.id], add: ["Key"] })
  await manager.call(tagPartnerships, { partnershipIds: [gold.id], add: ["South"] })
  const { items, partnerships } = await groups({ by: "tag", tier: "Gold" })
  expect(partnerships).toBe(3)
  expect(items.map(({ key, partnerships: count }) => [key, count])).toEqual([
    ["Key", 2],
    ["South", 1],
    [null, 1],
  ])
  const named = async (query: object) =>
    (await manager.call(listPartnerships, query)).body.items.map(({ name, tags }) => [name, tags])
  expect(await named({ tag: "Key,South" })).toEqual([["Alpha", ["Key", "South"]]])
  expect(await named({ without: "tag", tier: "Gold" })).toEqual([["Gamma", []]])
})

test("who reads the portfolio reads its groups, and nobody else", async () => {
  expect((await viewer.call(groupPortfolio, { by: "type" })).status).toBe(200)
  const partner = await workspace.asPartner(gold.organizationId)
  expect((await partner.call(groupPortfolio as never, { by: "type" } as never)).status).toBe(403)
  const stranger = await (await keelson.workspace("Elsewhere")).as("owner")
  expect((await stranger.call(groupPortfolio, { by: "type" })).body).toMatchObject({ items: [], partnerships: 0 })
})
