import { expect, test } from "vitest"
import {
  draftAgreement,
  editAgreementDraft,
  getAgreementDraft,
  getAgreementText,
  moveAgreementDraft,
  putInForce,
  writeAgreementText,
} from "#contract/agreements"
import { listCommitments } from "#contract/commitments"
import { movableClock } from "#test/clock"
import { monthly, recordPartnership } from "#test/promises"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"

const { keelson, visit } = await startJourney("clauses", { clock: movableClock("2026-03-02T09:00:00.000Z") })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Cascade")
const partner = await workspace.asPartner(organizationId)

const clause = (key: string, heading: string, words: string) => ({
  ...{ key, heading, level: 1 as const },
  content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: words }] }],
})
const clauses = [
  clause("k5", "Sales", "Both sides sell together."),
  clause("k6", "Answers", "We answer within 48 hours. Nobody waits."),
  clause("k7", "Reports", "Each side reports."),
]
const promise = monthly("host", { title: "Answer in 48 h", evidenceNeeded: "any" })
const { body: draft } = await manager.call(draftAgreement, {
  ...{ partnership, title: "Frame", startsOn: "2026-03-01", endsOn: "2027-02-28", objectives: [] },
  commitments: [promise, monthly("partner", { title: "Report" })],
})
const agreementDraft = draft.id
const textOf = async () => (await manager.call(getAgreementText, { agreementDraft })).body
await manager.call(writeAgreementText, { agreementDraft, clauses, terms: {} }, { ifMatch: (await textOf()).version })
const hostPage = `/w/${workspace.slug}/partnerships/${partnership}/negotiation/${draft.id}`
const partnerPage = `/portal/${workspace.slug}/partnerships/${partnership}/negotiation/${draft.id}`

test("scenario 17: a promise is tied to its clause; cut, pasted, undone and taken out, one clause holds it and says so", async () => {
  const host = await visit({ cookie: manager.cookie })
  const { page } = host
  await host.go(`/w/${workspace.slug}/agreement-drafts/${draft.id}/edit`)
  const first = page.getByRole("group", { name: "Promise 1" })
  await first.getByRole("combobox", { name: "Clause of the text" }).click()
  await page.getByRole("option", { name: "2 Answers" }).click()
  await host.see("choosing")
  await page.getByRole("button", { name: "Save and review" }).click()
  await page.getByText(/clause 2 Answers/).waitFor()

  await host.go(hostPage)
  await page.getByText("Promised here: Answer in 48 h").waitFor()
  await page.getByRole("button", { name: "Write the text" }).click()
  const editor = page.getByRole("textbox", { name: "Text of the agreement" })
  const keys = () => editor.locator("section, [data-node-view-wrapper]").count()
  // Enter at its start: the empty one above is the new one.
  await editor.getByText("Answers", { exact: true }).click()
  await page.keyboard.press("Home")
  const before = await keys()
  await page.keyboard.press("Enter")
  expect(await keys()).toBeGreaterThan(before)
  await page.keyboard.press("ControlOrMeta+z")
  expect(await keys()).toBe(before)
  // In the middle it is asked which half is still this clause.
  await editor.getByText("We answer within 48 hours. Nobody waits.").click()
  await page.keyboard.press("End")
  for (let step = 0; step < " Nobody waits.".length; step += 1) await page.keyboard.press("ArrowLeft")
  await page.getByRole("button", { name: "What to do with clause 2" }).click()
  await page.getByRole("menuitem", { name: "Cut in two where the cursor stands" }).click()
  const asked = page.getByRole("dialog", { name: "Which part is still this clause?" })
  await asked.getByText("“Answer in 48 h” is promised in it").waitFor()
  await host.see("asked which half")
  await asked.getByRole("button", { name: /The lower part/ }).click()
  // The numbers follow at once, and a copy of all of it carries no promise.
  await page.getByRole("button", { name: "What to do with clause 4" }).waitFor()
  for (const key of ["a", "c", "ArrowRight", "v"])
    await page.keyboard.press(key === "ArrowRight" ? "ControlOrMeta+End" : `ControlOrMeta+${key}`)
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await page.getByText("Saved. Only your side reads it").waitFor()
  const cut = (await textOf()).text?.clauses ?? []
  expect(cut.length).toBeGreaterThan(4)
  expect(new Set(cut.map(({ key }) => key)).size).toBe(cut.length)
  expect(cut.map(({ key }) => key).filter((key) => key === "k6")).toHaveLength(1)
  const kept = JSON.stringify(cut.find(({ key }) => key === "k6"))
  expect([kept.includes("Nobody waits."), kept.includes("48 hours")]).toEqual([true, false])
  const again = { agreementDraft, clauses, terms: {} }
  expect((await manager.call(writeAgreementText, again, { ifMatch: (await textOf()).version })).status).toBe(200)

  // Taken out: first it is said what ends.
  await host.go(hostPage)
  await page.getByRole("button", { name: "Write the text" }).click()
  await page.getByRole("button", { name: "What to do with clause 2" }).click()
  await page.getByRole("menuitem", { name: "Take out" }).click()
  await page.getByRole("button", { name: "Save", exact: true }).click()
  const ends = page.getByRole("dialog", { name: "This ends with the clause" })
  await ends.getByText("“Answer in 48 h” does not come into force.").waitFor()
  await host.see("said what ends")
  await ends.getByRole("button", { name: "Back to the text" }).click()
  await page.keyboard.press("ControlOrMeta+z")
  await page.getByRole("button", { name: "Cancel" }).click()
  expect((await textOf()).text?.clauses).toHaveLength(3)
  await manager.call(moveAgreementDraft, { agreementDraft, to: "in_review" })

  // The partner proposes it by phone; the host reads what would end.
  const guest = await visit({ cookie: partner.cookie, look: phone })
  await guest.go(partnerPage)
  await guest.page.getByRole("button", { name: "Propose changes" }).click()
  await guest.page.getByRole("button", { name: "What to do with clause 2" }).click()
  await guest.page.getByRole("menuitem", { name: "Take out" }).click()
  await guest.page.getByRole("button", { name: "Send proposals" }).click()
  await guest.see("said before it is proposed")
  await guest.page.getByRole("button", { name: "Take it out all the same" }).click()
  await guest.page.getByText("One proposal waits for an answer.").waitFor()
  await host.go(hostPage)
  await page
    .getByRole("region", { name: "Proposal on Answers" })
    .getByText("“Answer in 48 h” does not come into force.")
    .waitFor()
  await host.see("proposed to be taken out")
})

test("a promise in force leads to its clause in the words that hold", async () => {
  await manager.call(moveAgreementDraft, { agreementDraft, to: "draft" })
  const { content, version } = (await manager.call(getAgreementDraft, { agreementDraft })).body
  await manager.call(editAgreementDraft, { agreementDraft, ...content } as never, { ifMatch: version })
  await manager.call(moveAgreementDraft, { agreementDraft, to: "in_review" })
  expect((await manager.call(putInForce, { agreementDraft, takenOver: true })).body.state).toBe("in_force")
  const { commitments } = (await partner.call(listCommitments, { partnership })).body
  const made = commitments.find(({ title }) => title === "Answer in 48 h")
  const guest = await visit({ cookie: partner.cookie, look: phone })
  await guest.go(`/portal/${workspace.slug}/promises/${made?.id}`)
  await guest.page.getByRole("link", { name: "Clause 2 Answers" }).press("Enter")
  await guest.page.locator("#clause-k6:focus").waitFor()
})
