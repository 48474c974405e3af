import { expect, test } from "vitest"
import { listNotifications } from "#contract/notifications"
import { createTask, giveTask } from "#contract/tasks"
import { memberWith, recordPartnership } from "#test/promises"
import { startJourney } from "./journey.ts"

const { keelson, visit } = await startJourney("inbox")
const workspace = await keelson.workspace("Inbox")
const owner = await workspace.as("owner")
const manager = await workspace.as("partner_manager")
const me = (await memberWith(keelson, workspace, "partner_manager")).userId
const colleague = (await memberWith(keelson, workspace, "owner")).userId
const { id } = await recordPartnership(owner, "Harbour Analytics")
const given = async (title: string) =>
  (
    await owner.call(createTask, {
      ...{ subjectKind: "partnership", subjectId: id, title, side: "host", ownerId: me },
      due: { how: "none" },
    })
  ).body
const [, , room] = [await given("Send the price list"), await given("Write the brief"), await given("Book the room")]

test("what others did is read, done with by a key, taken back, snoozed, and found again where it was put", async () => {
  await expect.poll(async () => (await manager.call(listNotifications, {})).body.unread, { timeout: 60_000 }).toBe(3)
  const { page, go, see } = await visit({ cookie: manager.cookie })
  await go(`/w/${workspace.slug}/inbox`)
  await page.getByText("3 unread.").waitFor()
  await page.getByRole("navigation").getByText("3 unread").first().waitFor({ state: "attached" })
  await see("inbox")
  const about = (title: string) => page.locator("[data-row]", { hasText: title })
  await about("Write the brief").getByRole("link").focus()
  await page.keyboard.press("e")
  await about("Write the brief").waitFor({ state: "detached" })
  await page.getByText("2 unread.").waitFor()
  await page.getByRole("button", { name: "Undo" }).click()
  await about("Write the brief").waitFor()

  for (const title of ["Write the brief", "Send the price list"]) await about(title).getByRole("checkbox").check()
  await page.getByRole("toolbar").getByRole("button", { name: "Snooze" }).click()
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^In two weeks/ })
    .click()
  await about("Send the price list").waitFor({ state: "detached" })
  await page.getByText("Snoozed", { exact: true }).click()
  await about("Send the price list").waitFor()
  await see("snoozed")
  await about("Send the price list")
    .getByRole("button", { name: /^Back to the inbox/ })
    .click()
  await about("Send the price list").waitFor({ state: "detached" })
})

test("what is no longer mine is gone from the list and from the number", async () => {
  await owner.call(giveTask, { task: room?.id ?? "", ownerId: colleague })
  const { page, go, see } = await visit({ cookie: manager.cookie, locale: "de-DE" })
  await go(`/w/${workspace.slug}/inbox`)
  await page.locator("[data-row]", { hasText: "Send the price list" }).waitFor()
  expect(await page.locator("[data-row]", { hasText: "Book the room" }).count()).toBe(0)
  await see("inbox-german")
  await page.getByText("Erledigt", { exact: true }).click()
  await page.getByText("Noch nichts ist erledigt").waitFor()
  await see("empty")
})

test("an address of before, from a mail, leads to where it is now", async () => {
  const { page, go } = await visit({ cookie: manager.cookie })
  await go(`/w/${workspace.slug}/notifications?show=preferences`)
  await page.waitForURL("**/inbox?show=preferences")
  await page.getByRole("heading", { name: "What reaches me" }).waitFor()
})
