import { expect, test } from "vitest"
import { listOccurrences } from "#contract/commitments"
import { newId } from "#platform/ids"
import { alsoWorksWith } from "#test/alsoWorksWith"
import { movableClock } from "#test/clock"
import type { TestWorkspace } from "#test/keelson"
import { enter, monthly, recordPartnership, runJob } from "#test/promises"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const { keelson, visit } = await startJourney("register", { clock })
const north = await keelson.workspace("Northwind Cloud")
const south = await keelson.workspace("Southwind Data")

const promise = async (workspace: TestWorkspace, titles: Readonly<Record<"host" | "partner", string>>, more = {}) => {
  const manager = await workspace.as("partner_manager")
  const partnership = await recordPartnership(manager, "Contoso Services")
  await enter(manager, partnership.id, [
    monthly("host", { title: titles.host, ...more }),
    monthly("partner", { title: titles.partner, ...more }),
  ])
  return partnership
}
const northern = await promise(north, { host: "Send leads", partner: "Report the pipeline" }, { cadence: "weekly" })
const southern = await promise(south, { host: "Answer within a day", partner: "Train two people" })
const partner = await north.asPartner(northern.organizationId)
await alsoWorksWith(keelson, north, south, southern.organizationId)
clock.moveTo("2026-02-04T09:00:00.000Z")
await runJob("commitments.update-due-states", keelson)

const register = "/portal/-/promises"
const row = (title: string) => ({ name: `Mark kept: ${title}`, exact: true })

test("the register is narrowed by vendor, side and words, and its address leads a colleague to the same lines", async () => {
  const { page, go, see } = await visit({ cookie: partner.cookie })
  await go(register)
  const lines = page.locator("main li")
  await lines.filter({ hasText: "Train two people" }).first().waitFor()
  await lines.filter({ hasText: "Send leads" }).first().waitFor()
  await page.getByRole("combobox", { name: "Vendor" }).click()
  await page.getByRole("option", { name: "Southwind Data" }).click()
  await lines.filter({ hasText: "Send leads" }).first().waitFor({ state: "detached" })
  await page.getByText("What you owe Southwind Data and what it owes you, by date.").waitFor()
  await page.getByRole("combobox", { name: "Whose" }).click()
  await page.getByRole("option", { name: "What we owe" }).click()
  await lines.filter({ hasText: "Answer within a day" }).first().waitFor({ state: "detached" })
  await lines.filter({ hasText: "Train two people" }).first().waitFor()
  await page.getByRole("searchbox", { name: "Find in promises" }).fill("nothing like it")
  await page.keyboard.press("Enter")
  await page.getByText("No promise fits").waitFor()
  await page.getByRole("searchbox", { name: "Find in promises" }).fill("two people")
  await page.keyboard.press("Enter")
  await lines.filter({ hasText: "Train two people" }).first().waitFor()
  await see("narrowed")

  const colleague = await visit({ cookie: partner.cookie })
  await colleague.go(page.url())
  const same = colleague.page.locator("main li")
  await same.filter({ hasText: "Train two people" }).first().waitFor()
  expect(await same.count()).toBe(await lines.count())
  expect(await same.filter({ hasNotText: "Train two people" }).count()).toBe(0)
  expect(await colleague.page.getByRole("searchbox", { name: "Find in promises" }).inputValue()).toBe("two people")
  await page.getByRole("button", { name: "Clear" }).click()
  await lines.filter({ hasText: "Send leads" }).first().waitFor()
})

test("lines of all vendors stand in order of days however far one reads on, and none twice", async () => {
  const { page, go } = await visit({ cookie: partner.cookie })
  await go(`${register}?standing=all`)
  const lines = page.locator("main li")
  await lines.filter({ hasText: "Train two people" }).first().waitFor()
  const before = await lines.count()
  for (const more = page.getByRole("button", { name: "Show more" }); await more.isVisible(); ) {
    const count = await lines.count()
    await more.click()
    await expect.poll(() => lines.count()).toBeGreaterThan(count)
    await expect.poll(() => page.locator("[data-loading]").count()).toBe(0)
  }
  const words = await lines.allTextContents()
  expect(words.length).toBeGreaterThan(before)
  for (const [{ slug }, titles] of [
    [north, /Send leads|Report the pipeline/],
    [south, /Train two people|Answer within a day/],
  ] as const) {
    const { body } = await keelson.callerFor(slug, partner.cookie).call(listOccurrences, { limit: 200 })
    expect(body.next).toBeNull()
    expect(words.filter((line) => titles.test(line))).toHaveLength(body.items.length)
  }
  // The year is left out: it is this one.
  const ordered = words.map((line) => Date.parse(`${/due (\d+ \p{L}+)/u.exec(line)?.[1]} 2026`))
  expect(ordered.every(Number.isFinite)).toBe(true)
  expect(ordered).toEqual(ordered.toSorted((one, other) => one - other))
})

test("a promise is marked kept where it stands, and is gone from what is open", async () => {
  const { page, go } = await visit({ cookie: partner.cookie })
  await go(`${register}?vendor=${south.slug}&standing=overdue&owing=own`)
  const act = page.getByRole("button", row("Train two people"))
  await act.first().waitFor()
  const before = await act.count()
  await act.first().click()
  const dialog = page.getByRole("dialog", { name: "Mark a promise kept" })
  await dialog.getByLabel("What shows that it was kept?").fill("certificates sent")
  await dialog.getByRole("button", { name: "Mark kept" }).click()
  await dialog.waitFor({ state: "hidden" })
  await expect.poll(() => act.count()).toBe(before - 1)
})

test("the palette finds a promise by its words and opens the question for it, by keyboard alone", async () => {
  const { page, go, see } = await visit({ cookie: partner.cookie })
  await go("/portal")
  await page.getByRole("heading", { level: 2, name: "What you owe" }).waitFor()
  await page.keyboard.press("Control+k")
  const find = page
    .getByRole("searchbox", { name: "Find or do something" })
    .or(page.getByRole("textbox", { name: "Find or do something" }))
  await find.fill("pipeline")
  await page
    .getByRole("button", { name: /^Mark kept: Report the pipeline/ })
    .or(page.getByRole("option", { name: /^Mark kept: Report the pipeline/ }))
    .first()
    .waitFor()
  await see("palette")
  await page.keyboard.press("Enter")
  await page.waitForURL(`**${register}?**`)
  await page.locator("main li").filter({ hasText: "Report the pipeline" }).first().waitFor()
  expect(page.url()).toContain(`vendor=${north.slug}`)
  await page.keyboard.press("Control+k")
  await find.fill("Southwind")
  await page.getByText("Inbox of Southwind Data").first().waitFor()
  await page.keyboard.press("Enter")
  await page.waitForURL(`**/portal/${south.slug}**`)
})

test("on a phone the filters are folded, say how many are set, and the lines are on the first screen", async () => {
  const { page, go, see } = await visit({ cookie: partner.cookie, look: phone })
  await go(`${register}?vendor=${south.slug}&owing=own`)
  const fold = page.getByRole("button", { name: "Filters (2)" })
  await fold.waitFor()
  expect(await fold.getAttribute("aria-expanded")).toBe("false")
  await page.getByRole("searchbox", { name: "Find in promises" }).waitFor()
  expect(await page.getByRole("combobox", { name: "Whose" }).isVisible()).toBe(false)
  const first = page.locator("main li").first()
  await first.waitFor()
  expect((await first.boundingBox())?.y).toBeLessThan(phone.width)
  await see("folded", [phone])
  await fold.press("Enter")
  await page.getByRole("combobox", { name: "Whose" }).waitFor()
  await see("unfolded", [phone])
  await page.getByRole("button", { name: "Clear" }).click()
  await page.getByRole("button", { name: "Filters", exact: true }).waitFor()
})

test("a company with more partnerships than one answer holds is told so, and the last opens by its address", async () => {
  const east = await keelson.workspace("Eastwind Works")
  const { id: last, organizationId } = await recordPartnership(await east.as("partner_manager"), "Zuletzt")
  const known = { workspaceId: east.system.workspaceId, organizationId, type: "referral", currency: "EUR" } as const
  await keelson.platform.transact(east.system, ({ db, now }) =>
    db
      .insertInto("partnership")
      .values(
        Array.from({ length: 501 }, (_, row) => ({
          ...{ ...known, id: newId(), name: `A many ${row}`, createdAt: now, updatedAt: now },
        })),
      )
      .execute(),
  )
  const { cookie } = await east.asPartner(organizationId)
  const { page, go } = await visit({ cookie })
  await go(`/portal/${east.slug}`)
  await page.getByText("502 partnerships. These are the first 500 by name").waitFor()
  await expect.poll(() => page.locator("main li").count()).toBe(500)
  await go(`/portal/${east.slug}/partnerships/${last}`)
  await page.getByRole("heading", { level: 1, name: "Eastwind Works and Zuletzt" }).waitFor()
  await page.getByRole("link", { name: "Eastwind Works" }).first().waitFor()
})
