import { expect, test } from "vitest"
import { promisesMissed } from "#contract/commitments"
import { getHome } from "#contract/home"
import { createTask } from "#contract/tasks"
import { groupOf } from "#core/attention"
import { addDays } from "#core/time"
import { movableClock } from "#test/clock"
import { enter, monthly, recordPartnership, runJob } from "#test/promises"
import { startJourney } from "./journey.ts"

const clock = movableClock("2026-01-05T09:00:00.000Z")
const { keelson, visit } = await startJourney("day", { clock })
const workspace = await keelson.workspace("Day")
const owner = await workspace.as("owner")
const harbour = await recordPartnership(owner, "Harbour Analytics")
const cedar = await recordPartnership(owner, "Cedar & Vale")
const weekly = (owedBy: "host" | "partner") => monthly(owedBy, { cadence: "weekly", windowDays: 0 })
for (const { id } of [harbour, cedar]) await enter(owner, id, [weekly("host"), weekly("partner")])
const today = "2026-03-02"
clock.moveTo(`${today}T09:00:00.000Z`)
await runJob("commitments.update-due-states", keelson)
for (const [title, days] of [
  ["Send the price list", 0],
  ["Book the room", 1],
  ["Write the brief", 2],
] as const)
  await owner.call(createTask, {
    ...{ subjectKind: "partnership", subjectId: harbour.id, title, side: "host" },
    due: { how: "by_hand", dueOn: addDays(today, days) },
  })

const at = `/w/${workspace.slug}/home?whose=all`

test("a thing is snoozed by keys, undone, snoozed again, and brought back from the list of what is snoozed", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(at)
  const row = page.locator("[data-row]", { hasText: "Send the price list" })
  await row.getByRole("link", { name: "Send the price list" }).focus()
  await page.keyboard.press("s")
  const dialog = page.getByRole("dialog", { name: "Snooze until" })
  await see("snooze")
  await dialog.getByRole("button", { name: /^In two weeks/ }).click()
  await row.waitFor({ state: "detached" })
  await page.getByRole("button", { name: "Undo" }).click()
  await row.waitFor()
  await row.getByRole("button", { name: "Snooze: Send the price list" }).click()
  await dialog.getByRole("button", { name: /^Tomorrow/ }).click()
  await page.getByRole("heading", { name: "1 snoozed" }).waitFor()
  await see("snoozed")
  await page.getByRole("button", { name: "Bring back: Send the price list" }).click()
  await row.waitFor()
})

test("several are chosen by keys and done together, and that is taken back; the help lists the keys", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(at)
  for (const title of ["Send the price list", "Book the room"]) {
    await page.getByRole("link", { name: title, exact: true }).focus()
    await page.keyboard.press("x")
  }
  await page.keyboard.press("j")
  expect(await page.evaluate("document.activeElement.hasAttribute('data-title')")).toBe(true)
  await see("chosen")
  await page.getByRole("toolbar").getByRole("button", { name: "Done (2)" }).click()
  await page.getByRole("link", { name: "Book the room" }).waitFor({ state: "detached" })
  await page.getByText("2 things done").waitFor()
  await page.getByRole("button", { name: "Undo" }).click()
  await page.getByRole("link", { name: "Book the room" }).waitFor()
  await page.keyboard.press("?")
  await page.getByRole("dialog").getByText("Choose the row").waitFor()
})

test("what was missed stands folded by partnership, as much as the sentence says, and opens", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  const { counts, items } = groupOf((await owner.call(getHome, { whose: "all" })).body.groups, promisesMissed)
  expect(items).toHaveLength(2)
  await go(at)
  await page.getByText(`${counts.ours.count} promises are overdue on our side`).waitFor()
  const group = page.locator("[data-row^=promises_missed]", { hasText: "Cedar & Vale" })
  await group.getByRole("button", { name: "Cedar & Vale", exact: true }).click()
  const missed = (items[0]?.ours ?? 0) + (items[0]?.theirs ?? 0)
  const marks = group.getByRole("button", { name: /^Mark kept/ })
  await marks.nth(missed - 1).waitFor()
  expect(await marks.count()).toBe(missed)
  await see("missed")
})

test("what was missed with a partner is settled at once: ours is not waved away, theirs is let off, and both can be taken back", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  const missed = async () =>
    groupOf((await owner.call(getHome, { whose: "all" })).body.groups, promisesMissed).items.find(
      ({ partnershipId }) => partnershipId === cedar.id,
    )
  const before = await missed()
  const { ours = 0, theirs = 0 } = before ?? {}
  await go(at)
  const act = page.getByRole("button", { name: "Waive what was missed with Cedar & Vale" })
  const dialog = page.getByRole("dialog")
  await act.click()
  await dialog.getByText(`${ours} of ours are proposed to Cedar & Vale`, { exact: false }).waitFor()
  await see("settle")
  await dialog.getByRole("button", { name: "Waive", exact: true }).click()
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The line was discontinued")
  await dialog.getByRole("button", { name: "Waive", exact: true }).click()
  await dialog.getByText(`${theirs} settled; ${ours} not settled.`).waitFor()
  await dialog.getByText("Nobody of the other party has an account.", { exact: false }).waitFor()
  await see("refused")
  expect(await missed()).toMatchObject({ ours, theirs: 0 })
  await dialog.getByRole("button", { name: "Take back what was settled" }).click()
  await page.getByText(`${theirs} taken back.`).waitFor()
  expect(await missed()).toEqual(before)

  await page.getByRole("button", { name: "Mark all kept that was missed with Cedar & Vale" }).click()
  await dialog.getByText(`Theirs (${theirs})`).click()
  await dialog.getByRole("textbox", { name: "What shows that it was kept?" }).fill("All in the shared folder")
  await dialog.getByRole("button", { name: "Mark kept", exact: true }).click()
  await page.getByText(`${theirs} settled.`).waitFor()
  await page.getByRole("button", { name: "Undo" }).click()
  await expect.poll(missed, { timeout: 60_000 }).toEqual(before)
})
