import { expect, test } from "vitest"
import { listApplications, makeForm, makeProfile, publishProfile } from "#contract/recruitment"
import { levels } from "#rules/recruitment"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"
import { linkFrom } from "./mail.ts"

/*
 * Somebody applies by phone and by keyboard, in German, puts right what was wrong, and reads where it stands; the host finds it among its
 * applications, and what a browser filled in by itself held back.
 */
let now = "2027-06-01T08:14:00.000Z"
const { keelson, mail, visit } = await startJourney("apply", { clock: { now: () => now } })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const profile = await (async () => {
  const criterion = { key: "reach", dimension: "market_coverage" as const, weight: 10, question: "Reach?" }
  const criteria = [{ ...criterion, isKnockOut: false, anchors: levels.map(String) }]
  const made = (await manager.call(makeProfile, { name: "Resellers", partnershipType: "reseller", criteria })).body
  return (await manager.call(publishProfile, { profile: made.id }, { ifMatch: made.version })).body
})()
const form = (
  await manager.call(makeForm, {
    ...{ profileId: profile.id, isOpen: true, questions: [{ key: "why", isRequired: true }] },
    words: [
      { language: "en", title: "Become a reseller", intro: "Ten minutes.", questions: ["Why us?"] },
      { language: "de", title: "Reseller werden", intro: "Zehn Minuten.", questions: ["Warum wir?"] },
    ],
  })
).body

test("by phone and keyboard, in German: what is wrong is said at its field, and then it is sent", async () => {
  const { page, go, see, expectRefusal } = await visit({ look: phone, locale: "de-DE" })
  await go(form.url)
  expect(await page.locator("script").count()).toBe(0)
  await see("empty")
  const email = page.getByLabel("Ihre E-Mail-Adresse")
  await page.getByLabel("Unternehmen").fill("Bodensee Systemhaus")
  await page.getByLabel("Unternehmen").press("Tab")
  await page.keyboard.type("kein Name einer Website")
  await page.getByLabel("Ihr Name").fill("Miriam Keller")
  await email.fill("miriam@bodensee.example")
  await page.getByLabel("Warum wir?").fill("Neunzig Kunden rund um den See")
  now = "2027-06-01T08:16:00.000Z"
  expectRefusal(`422 POST ${new URL(form.url).pathname}`)
  await page.getByRole("button", { name: "Bewerbung abschicken" }).press("Enter")
  await page.getByText("Bitte geben Sie eine Webadresse ein").waitFor()
  await see("wrong")
  expect(await email.inputValue()).toBe("miriam@bodensee.example")
  await page.getByLabel("Website").fill("www.bodensee.example")
  await page.getByRole("button", { name: "Bewerbung abschicken" }).press("Enter")
  await page.getByRole("heading", { name: "Vielen Dank" }).waitFor()
  await see("sent")
  await go(await linkFrom(mail, "miriam@bodensee.example", "Bewerbung"))
  await page.getByText("Ihre Bewerbung bei Nordlicht").waitFor()
  await see("state")
  const { items } = (await manager.call(listApplications, {})).body
  expect(items).toMatchObject([{ company: "Bodensee Systemhaus", state: "received", suspicions: [] }])
})

test("the host sees what came, takes what a browser filled in by itself, and opens the candidate", async () => {
  const stranger = await visit()
  await stranger.go(form.url)
  const { page: filling } = stranger
  await filling.getByLabel("Company").fill("Alpen Cloud")
  await filling.getByLabel("Your name").fill("Jo Huber")
  await filling.getByLabel("Your email address").fill("jo@alpen.example")
  await filling.getByLabel("Why us?").fill("We sell to hotels")
  await filling.locator("[name=kestrel]").evaluate((field) => field.setAttribute("value", "Alpen Cloud"))
  now = "2027-06-01T09:30:00.000Z"
  await filling.getByRole("button", { name: "Send the application" }).click()
  await filling.getByRole("heading", { name: "Thank you" }).waitFor()
  const { page, go, see } = await visit({ cookie: manager.cookie })
  await go(`/w/${workspace.slug}/recruit/applications`)
  await page.getByText("Bodensee Systemhaus").waitFor()
  await see("applications")
  await page.getByRole("link", { name: "Alpen Cloud" }).click()
  await page.getByText("A field that people do not see was filled in").waitFor()
  await see("held")
  await page.getByRole("button", { name: "Take as candidate" }).click()
  await page.getByRole("link", { name: "Open the candidate" }).click()
  await page.getByText("Came by a form").waitFor()
  await see("candidate")
  await go(`/w/${workspace.slug}/recruit/forms/${form.id}`)
  await page.getByText(form.url).first().waitFor()
  await see("form")
})
