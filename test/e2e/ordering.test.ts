import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { recordActivity } from "#contract/activities"
import { createPartnership } from "#contract/partnerships"
import { listMembers } from "#contract/people"
import { enter, memberWith, monthly } from "#test/promises"
import { startJourney } from "./journey.ts"
import { desk } from "./looks.ts"

const { keelson, visit } = await startJourney("ordering")
const workspace = await keelson.workspace("Ordering")
const owner = await workspace.as("owner")
await workspace.as("partner_manager")
const manager = await memberWith(keelson, workspace, "partner_manager")
const managerName = (await owner.call(listMembers, {})).body.items.find(({ id }) => id === manager.id)?.name ?? ""
const year = new Date().getUTCFullYear()
const promises = [monthly("host"), monthly("partner")]

const make = async (name: string, type: "reseller" | "isv" | "distributor", more: object) =>
  (await owner.call(createPartnership, { type, newOrganization: { name }, ...more })).body.id
const beta = await make("Beta", "reseller", { tier: "Silver", region: "APAC" })
const alpha = await make("Alpha", "isv", { tier: "Gold", region: "EMEA" })
const gamma = await make("Gamma", "distributor", { ownerId: manager.id })
// Beta's last day for notice comes first. Gamma's agreement ends soonest, and no notice was agreed.
const term = (years: number, noticeDays?: number) => ({
  startsOn: `${year - 1}-01-01`,
  endsOn: `${year + years}-06-30`,
  noticeDays,
})
await enter(owner, beta, promises, term(2, 30))
await enter(owner, alpha, promises, term(3, 30))
await enter(owner, gamma, promises, term(1))
for (const partnership of [gamma, beta])
  await owner.call(recordActivity, { partnership, kind: "call", direction: "two_way" })

const shown = async (page: Page) => page.getByRole("grid").getByRole("link").allTextContents()
const portfolio = `/w/${workspace.slug}/portfolio`

test.each([
  { column: "name", title: "Partner", up: ["Alpha", "Beta", "Gamma"], down: ["Gamma", "Beta", "Alpha"] },
  { column: "tier", title: "Tier", up: ["Alpha", "Beta", "Gamma"], down: ["Beta", "Alpha", "Gamma"] },
  { column: "region", title: "Region", up: ["Beta", "Alpha", "Gamma"], down: ["Alpha", "Beta", "Gamma"] },
  { column: "notice", title: "Next notice", up: ["Beta", "Alpha", "Gamma"], down: ["Alpha", "Beta", "Gamma"] },
  { column: "contact", title: "Last contact", up: ["Gamma", "Beta", "Alpha"], down: ["Beta", "Gamma", "Alpha"] },
  { column: "activity", title: "Last activity", up: ["Gamma", "Beta", "Alpha"], down: ["Beta", "Gamma", "Alpha"] },
])("by $column, up and down, and what is not known stands last either way", async ({ column, title, up, down }) => {
  const { page, go } = await visit({ cookie: owner.cookie })
  // From another order, so that each press makes one.
  await go(`${portfolio}?columns=name,${column}&sort=${column === "name" ? "tier" : "name"}`)
  const head = page.getByRole("columnheader", { name: title, exact: true })
  for (const [way, names] of [
    ["ascending", up],
    ["descending", down],
  ] as const) {
    await head.getByRole("button").click()
    await expect.poll(() => head.getAttribute("aria-sort")).toBe(way)
    await expect.poll(() => shown(page)).toEqual(names)
  }
})

test("what narrows the list is chosen in the bar and behind it, stands in the address, and goes together", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(portfolio)
  const choose = async (filter: string, option: string) => {
    await page.getByRole("combobox", { name: filter, exact: true }).click()
    await page.getByRole("option", { name: option, exact: true }).click()
  }
  await choose("Type", "Software vendor")
  await expect.poll(() => shown(page)).toEqual(["Alpha"])
  expect(new URL(page.url()).searchParams.get("type")).toContain("isv")
  await choose("Type", "Distributor")
  await expect.poll(() => shown(page)).toEqual(["Gamma"])
  await go(portfolio)
  await choose("Owner", managerName)
  await expect.poll(() => shown(page)).toEqual(["Gamma"])
  await go(portfolio)
  await page.getByRole("button", { name: "More filters" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Next notice, from", { exact: true }).fill(`${year + 3}-01-01`)
  await see("more-filters", [desk])
  await dialog.getByRole("button", { name: "Done" }).click()
  await expect.poll(() => shown(page)).toEqual(["Alpha"])
  await page.getByRole("button", { name: "More filters (1)" }).click()
  await dialog.getByLabel("Agreement ends, to", { exact: true }).fill(`${year + 2}-12-31`)
  await dialog.getByRole("button", { name: "Done" }).click()
  await page.getByText("No partnership matches").waitFor()
  await page.goBack()
  await expect.poll(() => shown(page)).toEqual(["Alpha"])
})
