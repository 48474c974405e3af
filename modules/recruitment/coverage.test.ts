import { expect, test } from "vitest"
import { createOrganization } from "#contract/organizations"
import { addParty, createPartnership, movePartnership } from "#contract/partnerships"
import { openScene } from "#test/recruiting"
import * as contract from "./contract.ts"

const { manager, eve, add, decide } = await openScene()

type Known = Readonly<{ country?: string; regions?: string[]; industries?: string[]; capabilities?: string[] }>
const company = async (name: string, known: Known) =>
  (await manager.call(createOrganization, { name, ...known })).body.id
const partner = async (name: string, known: Known, more = {}) =>
  (
    await manager.call(createPartnership, {
      ...{ type: "reseller" as const, organizationId: await company(name, known) },
      ...more,
    })
  ).body
const candidate = async (name: string, known: Known) =>
  add(name, { organizationId: await company(name, known), newOrganization: undefined })
const map = async (query = {}) => (await manager.call(contract.getCoverage, query)).body
const cell = (found: contract.Coverage, place: string | null, entry: string | null) =>
  found.cells.find((each) => each.place === place && each.entry === entry)
const spot = { places: "area", entries: "industry", place: "155", entry: "Retail" } as const
const total = (found: contract.Coverage, standing: contract.CoverageStanding) =>
  found.totals.find((each) => each.standing === standing)

await partner("Two trades", { country: "DE", industries: ["Retail", "health", " RETAIL "], regions: ["DACH"] })
await partner("Nowhere", { industries: ["Retail"] })
await partner("Nothing", { country: "AT" })
await partner("At the pole", { country: "AQ", industries: ["Retail"] })
const ended = await partner("Over", { country: "DE", industries: ["Retail"] })
await manager.call(
  movePartnership,
  { partnership: ended.id, to: "ended", reason: "Sold the business" },
  { ifMatch: ended.version },
)
const paused = await partner("Rests", { country: "DE", industries: ["Retail"] })
await manager.call(
  movePartnership,
  { partnership: paused.id, to: "paused", reason: "Sick" },
  { ifMatch: paused.version },
)
await partner("Being talked to", { country: "FR", industries: ["Retail"] }, { stage: "negotiating" })
const undecided = await candidate("Maybe", { country: "CH", industries: ["retail"], capabilities: ["Training"] })
const declined = await candidate("Not them", { country: "CH", industries: ["retail"] })
await decide(declined.id, { outcome: "declined" })
const approved = await candidate("Wanted", { country: "BE", industries: ["Retail"] })
await decide(approved.id, {})

test("each company is counted once in a cell, where it has come furthest; capitals and blanks make no other industry", async () => {
  const found = await map()
  expect(cell(found, "155", "retail")).toEqual({
    ...{ place: "155", entry: "retail", wanted: null, partner: 1, coming: 2, undecided: 1 },
  })
  expect(cell(found, "155", "health")).toMatchObject({ partner: 1 })
  expect(found.columns).toMatchObject([
    { key: "retail", label: "Retail" },
    { key: "health", label: "health", companies: 1 },
  ])
  expect(total(found, "partner")).toMatchObject({ companies: 4 })
  expect(total(found, "paused")).toMatchObject({ companies: 1 })
})

test("what is not known of a company is counted and listed: not dropped, and no 0", async () => {
  const found = await map()
  expect(cell(found, null, "retail")).toMatchObject({ partner: 2 })
  expect(cell(found, "155", null)).toMatchObject({ partner: 1 })
  expect(total(found, "partner")).toMatchObject({ noPlace: 2, noEntry: 1, either: 3 })
  const listed = async (query: object) => (await eve.call(contract.listCovering, query)).body.items
  expect((await listed({ unknown: "either" })).map(({ name }) => name)).toEqual(["At the pole", "Nothing", "Nowhere"])
  expect((await listed({ unknown: "place", entry: "RETAIL" })).map(({ name }) => name)).toEqual([
    "At the pole",
    "Nowhere",
  ])
  expect(await listed({ unknown: "both" })).toEqual([])
  expect((await listed({ place: "155", entry: "retail" })).map(({ name, standing }) => [name, standing])).toEqual([
    ["Two trades", "partner"],
    ["Being talked to", "coming"],
    ["Wanted", "coming"],
    ["Maybe", "undecided"],
    ["Rests", "paused"],
  ])
})

test("regions are the company's own words, or else those its partnership is for; capabilities have a map of their own", async () => {
  await partner("Told by the partnership", { capabilities: ["Integration"] }, { region: "dach" })
  const found = await map({ places: "region", entries: "capability" })
  expect(found.rows).toMatchObject([{ key: "dach", companies: 2 }])
  expect(cell(found, "dach", "integration")).toMatchObject({ partner: 1 })
  expect(cell(found, "dach", null)).toMatchObject({ partner: 1 })
})

test("a target makes a gap, the largest first; a cell that nobody is in is one too, and 0 is a target", async () => {
  const set = (more: object, caller = manager) =>
    caller.call(contract.setCoverageTarget, { ...spot, was: null, wanted: 3, ...more })
  expect((await set({}, eve)).status).toBe(403)
  expect((await set({})).body).toEqual({ wanted: 3 })
  expect((await set({ entry: "RETAIL" })).body).toMatchObject({ code: "target-changed" })
  await set({ place: "030", entry: "Mining", wanted: 4 })
  await set({ entry: "health", wanted: 0 })
  expect((await set({ place: "999" })).body).toMatchObject({ code: "place-not-known" })
  const found = await map()
  expect(found.gaps.map(({ place, entry, short, coming }) => [place, entry, short, coming])).toEqual([
    ["030", "mining", 4, 0],
    ["155", "retail", 2, 2],
  ])
  expect(cell(found, "155", "health")).toMatchObject({ wanted: 0 })
  expect(found.rows.map(({ key }) => key)).toEqual(["155", "030"])
  expect(found.columns.map(({ key }) => key)).toEqual(["retail", "health", "mining"])
})

test("a candidate says which gaps it would fill, which cells are reached without it, and what is not known of it", async () => {
  const added = (await eve.call(contract.getAdded, { candidate: undecided.id })).body
  expect(added).toMatchObject({ isPartner: false, met: 0, lacks: ["regions"], targets: 3 })
  expect(added.fills).toMatchObject([
    { places: "area", place: "155", entry: "Retail", wanted: 3, partner: 1, short: 2 },
  ])
  const bare = await candidate("Bare", {})
  expect((await eve.call(contract.getAdded, { candidate: bare.id })).body).toMatchObject({
    ...{ fills: [], lacks: ["country", "regions", "industries", "capabilities"] },
  })
})

test("a target is taken away with null, and each change stands in the record once", async () => {
  await manager.call(contract.setCoverageTarget, { ...spot, entry: "retail", was: 3, wanted: null })
  expect(cell(await map(), "155", "retail")).toMatchObject({ wanted: null })
})

test("every company of a consortium counts", async () => {
  const consortium = await partner("Leads", { country: "JP", industries: ["Mining"] }, { type: "consortium" })
  const further = await company("Further", { country: "KR", industries: ["Mining"] })
  await manager.call(addParty, { partnership: consortium.id, organizationId: further }, { ifMatch: consortium.version })
  expect(cell(await map(), "030", "mining")).toMatchObject({ wanted: 4, partner: 2 })
})
