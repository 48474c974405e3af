import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { listComments, writeComment } from "#contract/discussions"
import { enter, monthly, recordPartnership } from "#test/promises"
import { startJourney } from "./journey.ts"

const { keelson, visit, mail } = await startJourney("discussing")
const workspace = await keelson.workspace("Talking")
const owner = await workspace.as("owner")
const { id: partnership, organizationId } = await recordPartnership(owner, "Harbour Analytics")
await enter(owner, partnership, [monthly("partner", { title: "Figures of the month" })])
const partner = await workspace.asPartner(organizationId)
const about = { subjectKind: "partnership", subjectId: partnership }
const place = `/w/${workspace.slug}/partnerships/${partnership}/timeline`

test("a word for all with a mention by keyboard, an answer of the partner marked as new, a word among ours", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(place)
  const section = page.getByRole("region", { name: "Discussion" })
  await section.getByText("Nothing said yet").waitFor()
  const field = section.getByLabel("Write a comment")
  await field.fill("Hello ")
  await field.press("End")
  await field.pressSequentially("@partner")
  await section.getByRole("option", { name: "partner_admin of a partner" }).waitFor()
  await see("mention")
  await field.press("Enter")
  await field.pressSequentially("see https://example.com/figures.")
  await field.press("Control+Enter")
  await section.getByRole("link", { name: "https://example.com/figures" }).waitFor()
  expect(await field.inputValue()).toBe("")
  await expect.poll(() => mail.mails().some(({ raw }) => raw.includes("mentioned you in a comment"))).toBe(true)

  await partner.call(writeComment, { ...about, body: "We look at it <b>today</b>.\nThank you!" })
  await page.reload()
  await section.getByText("We look at it <b>today</b>.").waitFor()
  await section.getByText("New", { exact: true }).waitFor()
  await see("thread")
  await section.getByText("Only Talking").click()
  await section.getByText("Only Talking sees this.").waitFor()
  await section.getByLabel("Write to Talking only").fill("Not for them")
  await section.getByRole("button", { name: "Send" }).click()
  await section.getByText("Not for them").first().waitFor()
  await see("among-ours")
  const theirs = await partner.call(listComments, { ...about, audience: "own" })
  expect(theirs.body.items).toEqual([])
})

test("what was typed outlives a failure, a reload, and is one comment however often it is sent", async () => {
  const { page, go, expectRefusal } = await visit({ cookie: owner.cookie })
  await go(place)
  const section = page.getByRole("region", { name: "Discussion" })
  await section.getByLabel("Write a comment").fill("Sent twice")
  // The server takes it, and its answer is lost on the way.
  expectRefusal(`503 POST /api/w/${workspace.slug}/comments`)
  await page.route(
    "**/comments",
    async (route) => {
      await route.fetch()
      await route.fulfill({
        status: 503,
        contentType: "application/problem+json",
        body: JSON.stringify({ title: "busy", code: "try-again", status: 503 }),
      })
    },
    { times: 1 },
  )
  await section.getByRole("button", { name: "Send" }).click()
  await section.getByRole("alert").waitFor()
  await page.reload()
  await section.getByRole("button", { name: "Send" }).click()
  await expect.poll(() => section.getByLabel("Write a comment").inputValue()).toBe("")
  const { body } = await partner.call(listComments, about)
  expect(body.items.filter(({ body }) => body === "Sent twice")).toHaveLength(1)
})

test("the partner's file goes with a word, the host settles the talk, and the partner opens it again", async () => {
  const theirs = await visit({ cookie: partner.cookie })
  await theirs.go(`/portal/${workspace.slug}/partnerships/${partnership}`)
  const talk = theirs.page.getByRole("region", { name: "Discussion" })
  await talk.getByRole("button", { name: "Attach files" }).click()
  await talk.locator("input[type=file]").setInputFiles({
    ...{ name: "Offer.txt", mimeType: "text/plain", buffer: Buffer.from("What we offer") },
  })
  await talk.getByRole("button", { name: "Take out Offer.txt" }).waitFor()
  await talk.getByLabel("Write a comment").fill("Our offer goes with this")
  await talk.getByRole("button", { name: "Send" }).click()
  await talk
    .getByRole("list", { name: /^Files of/ })
    .getByRole("link", { name: "Offer.txt" })
    .waitFor()
  await theirs.see("partner-file")

  const ours = await visit({ cookie: owner.cookie })
  await ours.go(place)
  const section = ours.page.getByRole("region", { name: "Discussion" })
  const [download] = await Promise.all([
    ours.page.waitForEvent("download"),
    section
      .getByRole("list", { name: /^Files of/ })
      .getByRole("link", { name: "Offer.txt" })
      .click(),
  ])
  expect(readFileSync(await download.path(), "utf8")).toBe("What we offer")
  await section.getByRole("button", { name: "Resolve", exact: true }).click()
  await section.getByText("Resolved by owner of Talking").waitFor()
  await ours.see("resolved")

  await theirs.page.reload()
  await talk.getByText("Resolved by owner of Talking").waitFor()
  await talk.getByRole("button", { name: "Open again" }).click()
  await talk.getByRole("button", { name: "Resolve", exact: true }).waitFor()
  await talk.getByRole("button", { name: "Resolve", exact: true }).click()
  await talk.getByText("Resolved by partner_admin of a partner").waitFor()
  await ours.page.reload()
  await section.getByText("Resolved by partner_admin of a partner").waitFor()
  await section.getByLabel("Write a comment").fill("One more question")
  await section.getByRole("button", { name: "Send" }).click()
  await section.getByRole("button", { name: "Resolve", exact: true }).waitFor()
})

test("a promise is discussed where it stands, an edit is marked, a removed word leaves its stone", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(`/w/${workspace.slug}/partnerships/${partnership}/promises`)
  await page
    .getByRole("button", { name: /^Discuss: Figures of the month/ })
    .first()
    .click()
  const drawer = page.getByRole("dialog", { name: "Discussion" })
  await drawer.getByLabel("Write a comment").fill("Whicj figures?")
  await drawer.getByRole("button", { name: "Send" }).click()
  const more = drawer.getByRole("button", { name: /^More for the comment/ })
  await more.click()
  await page.getByRole("menuitem", { name: "Edit" }).click()
  await drawer.getByLabel("Edit").fill("Which figures?")
  await drawer.getByRole("button", { name: "Save" }).click()
  await drawer.getByText("edited").waitFor()
  await see("promise")
  await more.click()
  await page.getByRole("menuitem", { name: "Remove" }).click()
  await page.getByRole("button", { name: "Remove", exact: true }).click()
  await drawer.getByText("Removed by owner of Talking").waitFor()
  await see("stone")
  expect(page.url()).toContain("thread=occurrence")
})
