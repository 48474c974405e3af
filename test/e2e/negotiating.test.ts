import { expect, test } from "vitest"
import { draftAgreement, getAgreementText, moveAgreementDraft, putInForce } from "#contract/agreements"
import { movableClock } from "#test/clock"
import { monthly, recordPartnership } from "#test/promises"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"

const { keelson, visit } = await startJourney("negotiating", { clock: movableClock("2026-03-02T09:00:00.000Z") })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Cascade")
const partner = await workspace.asPartner(organizationId)
const { body: draft } = await manager.call(draftAgreement, {
  ...{ partnership, title: "Frame agreement", startsOn: "2026-03-01", endsOn: "2027-02-28", objectives: [] },
  commitments: [monthly("host"), monthly("partner")],
})
const textOf = async () => (await manager.call(getAgreementText, { agreementDraft: draft.id })).body
const hostPage = `/w/${workspace.slug}/partnerships/${partnership}/negotiation/${draft.id}`
const partnerPage = `/portal/${workspace.slug}/partnerships/${partnership}/negotiation/${draft.id}`

test("two sides come to the same words: ready text, a proposal by phone, another version, both agree, in force", async () => {
  const host = await visit({ cookie: manager.cookie })
  await host.go(hostPage)
  await host.page.getByText("No words yet", { exact: true }).waitFor()
  await host.page.getByRole("button", { name: "Write the text" }).press("Enter")
  const editor = host.page.getByRole("textbox", { name: "Text of the agreement" })
  await editor.waitFor()
  await host.page.getByRole("button", { name: "Begin with the ready text" }).click()
  await editor.getByRole("heading", { name: "Parties", exact: true }).waitFor()
  await host.page.getByLabel("Territory", { exact: true }).fill("Germany")
  await editor.getByText("Germany").first().waitFor()
  await host.see("writing")
  await host.page.getByRole("button", { name: "Save", exact: true }).click()
  await host.page.getByText("These words are your side's own.").waitFor()
  // What the words name and nobody has set is told before anybody could agree to it.
  await host.page.getByRole("heading", { name: "To be settled" }).waitFor()
  await host.page.getByRole("button", { name: "Write the text" }).click()
  await host.page.getByLabel("Liability cap (EUR)").fill("250000")
  await host.page.getByLabel("Governing law", { exact: true }).fill("German law")
  await host.page.getByRole("button", { name: "Save", exact: true }).click()
  await host.page.getByRole("heading", { name: "To be settled" }).waitFor({ state: "hidden" })
  expect((await textOf()).text?.terms).toMatchObject({ margin: 20, territory: "Germany" })
  await manager.call(moveAgreementDraft, { agreementDraft: draft.id, to: "in_review" })

  // The partner, on a phone: another margin and a word in the first clause are two proposals.
  const guest = await visit({ cookie: partner.cookie, look: phone })
  await guest.go(partnerPage)
  await guest.page.getByText("Version 1 lies before both sides.").waitFor()
  await guest.page.getByRole("button", { name: "Propose changes" }).click()
  const theirs = guest.page.getByRole("textbox", { name: "Text of the agreement" })
  await theirs.getByRole("heading", { name: "Parties", exact: true }).click()
  await guest.page.keyboard.press("End")
  await guest.page.keyboard.type(" and names")
  await guest.page.getByLabel("Margin (%)").fill("22")
  await guest.page.getByLabel("Why").fill("We certify two more people")
  await guest.see("proposing")
  await guest.page.getByRole("button", { name: "Send proposals" }).click()
  await guest.page.getByText("2 proposals wait for an answer.").waitFor()
  await guest.see("proposed")

  // The host finds on its home what waits for its answer; the partner on its own has nothing to answer.
  await host.go(`/w/${workspace.slug}`)
  await host.page.getByText("2 proposals on its text wait for your answer").waitFor()
  await guest.go("/portal")
  await guest.page.getByRole("heading", { name: "What you owe" }).waitFor()
  expect(await guest.page.getByText("Agreements that wait for you").count()).toBe(0)

  // The host accepts the words and not the margin, after a word among its own.
  await host.go(hostPage)
  await host.page.getByRole("button", { name: "Discuss: Text of the agreement" }).click()
  const own = host.page.getByRole("dialog")
  await own.getByRole("textbox").fill("Twenty-one at most")
  await own.getByRole("button", { name: "Send", exact: true }).click()
  await own.getByText("Twenty-one at most").first().waitFor()
  await host.see("among one's own")
  await host.page.keyboard.press("Escape")
  const words = host.page.getByRole("region", { name: "Proposal on Parties" })
  await words.getByText("and names").waitFor()
  await words.getByRole("button", { name: "Accept" }).click()
  await host.page.getByText("Version 2 lies before both sides.").waitFor()
  const margin = host.page.getByRole("region", { name: "Proposal on Margin" })
  await margin.getByRole("button", { name: "Reject" }).click()
  const dialog = host.page.getByRole("dialog", { name: "Reject this proposal" })
  await dialog.getByLabel("Why").fill("Twenty is what all have")
  await dialog.getByRole("button", { name: "Reject" }).click()
  await host.page.getByText("Rejected. The text stays as it is.").waitFor()
  await host.page.getByRole("button", { name: "Changes since version 1" }).click()
  await host.page.getByText("2 words put in").waitFor()
  // What is under the pointer is read as well as the rest.
  await host.page.getByRole("button", { name: "Version 1 as a Word file" }).hover()
  await host.see("redline")

  // Nothing holds before both do.
  const signed = { hostSigner: "Ada Berg", partnerSigner: "Kim Lee", signedOn: "2026-03-02" }
  expect((await manager.call(putInForce, { agreementDraft: draft.id, ...signed })).status).toBe(409)
  await host.page.getByRole("button", { name: "Agree to version 2" }).click()
  await host.page.getByText("Still to agree: the other side.").waitFor()
  await guest.go("/portal")
  await guest.page.getByText("One agreement waits for your side.").waitFor()
  await guest.see("waits for the partner")
  await guest.page.getByRole("link", { name: "Version 2 to agree to" }).click()
  await guest.page.getByRole("button", { name: "Agree to version 2" }).click()
  await guest.page.getByText("Every party agreed to version 2.").waitFor()
  await guest.see("held")
  expect((await manager.call(putInForce, { agreementDraft: draft.id, ...signed })).body.state).toBe("in_force")
  await guest.go(partnerPage)
  await guest.page.getByText("These words hold.").waitFor()
})

test("a proposal that is kept for now is its own side's, and a clause is moved and cut by keyboard", async () => {
  const { id: other, organizationId: company } = await recordPartnership(manager, "Delta")
  const { body } = await manager.call(draftAgreement, {
    ...{ partnership: other, title: "Second", startsOn: "2026-03-01", objectives: [], commitments: [] },
  })
  const { page, go } = await visit({ cookie: manager.cookie })
  const at = `/w/${workspace.slug}/partnerships/${other}/negotiation/${body.id}`
  await go(at)
  await page.getByRole("button", { name: "Write the text" }).click()
  const editor = page.getByRole("textbox", { name: "Text of the agreement" })
  await editor.locator("h3").first().click()
  await page.keyboard.type("Purpose")
  await page.keyboard.press("Enter")
  await page.keyboard.type("We sell together. We share leads.")
  for (let step = 0; step < " We share leads.".length; step += 1) await page.keyboard.press("ArrowLeft")
  await page.getByRole("button", { name: "What to do with clause 1" }).click()
  await page.getByRole("menuitem", { name: "Cut in two where the cursor stands" }).click()
  await page.keyboard.type("Leads")
  await page.getByRole("button", { name: "What to do with clause 2" }).click()
  await page.getByRole("menuitem", { name: "One place up" }).click()
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await page.getByText("These words are your side's own.").waitFor()
  const { text } = (await manager.call(getAgreementText, { agreementDraft: body.id })).body
  expect(text?.clauses.map(({ heading }) => heading)).toEqual(["Leads", "Purpose"])
  expect(new Set(text?.clauses.map(({ key }) => key)).size).toBe(2)
  const guest = await workspace.asPartner(company)
  expect((await guest.call(getAgreementText, { agreementDraft: body.id })).status).toBe(404)
})
