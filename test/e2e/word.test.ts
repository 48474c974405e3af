import { expect, test } from "vitest"
import { draftAgreement, getAgreementText, moveAgreementDraft, writeAgreementText } from "#contract/agreements"
import { listProposals } from "#contract/negotiation"
import { movableClock } from "#test/clock"
import { recordPartnership } from "#test/promises"
import { edited, inBody, shown, tracked, withHeader } from "#test/wordFiles"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"

const { keelson, visit } = await startJourney("word", { clock: movableClock("2026-03-02T09:00:00.000Z") })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Cascade")
const partner = await workspace.asPartner(organizationId)
const term = (kind: "answer_hours" | "payment_days") => ({ type: "term" as const, attrs: { kind } })
const clause = (
  key: string,
  heading: string,
  before: string,
  kind: "answer_hours" | "payment_days",
  after: string,
) => ({
  ...{ key, heading, level: 1 as const },
  content: [
    {
      type: "paragraph" as const,
      content: [{ type: "text" as const, text: before }, term(kind), { type: "text" as const, text: after }],
    },
  ],
})
const { body: draft } = await manager.call(draftAgreement, {
  ...{ partnership, title: "Frame agreement", startsOn: "2026-03-01", objectives: [], commitments: [] },
})
await manager.call(
  writeAgreementText,
  {
    agreementDraft: draft.id,
    clauses: [
      clause("answers", "Answers", "An answer is given within ", "answer_hours", " hours."),
      clause("payment", "Payment", "Invoices are paid within ", "payment_days", " days."),
    ],
    terms: { answer_hours: 48, payment_days: 30 },
  },
  { ifMatch: draft.version },
)
await manager.call(moveAgreementDraft, { agreementDraft: draft.id, to: "in_review" })

test("a version goes out for Word by phone, comes back with a silent change, and both sides read what the file did not mark", async () => {
  const guest = await visit({ cookie: partner.cookie, look: phone })
  await guest.go(`/portal/${workspace.slug}/partnerships/${partnership}/negotiation/${draft.id}`)
  await guest.page.getByRole("button", { name: "Word", exact: true }).click()
  const taking = guest.page.waitForEvent("download")
  await guest.page.getByRole("menuitem", { name: "Version 1 as a Word file" }).click()
  const file = await taking
  expect(file.suggestedFilename()).toBe("Frame agreement v1.docx")
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  const returned = edited(Buffer.concat(chunks), (parts) => {
    inBody(parts, shown("48"), `<w:sdtContent>${tracked("48", "36")}</w:sdtContent>`)
    inBody(parts, shown("30"), shown("45"))
    withHeader(parts, "CONFIDENTIAL")
  })

  await guest.page.getByRole("button", { name: "Word", exact: true }).click()
  await guest.page.getByRole("menuitem", { name: "Take in a Word file" }).click()
  const dialog = guest.page.getByRole("dialog", { name: "Take in a Word file" })
  await dialog.locator('input[type="file"]').setInputFiles({
    ...{ name: "Frame agreement v1 returned.docx", buffer: returned },
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  })
  await dialog.getByRole("heading", { name: "Not marked in the file" }).waitFor()
  await dialog.getByText("one header or footer").waitFor()
  await guest.see("preview")
  expect((await manager.call(listProposals, { agreementDraft: draft.id })).body.items).toEqual([])
  await dialog.getByRole("button", { name: "Send 2 proposals" }).click()
  await guest.page.getByText("2 proposals wait for an answer.").waitFor()

  const host = await visit({ cookie: manager.cookie })
  await host.go(`/w/${workspace.slug}/partnerships/${partnership}/negotiation/${draft.id}`)
  const silent = host.page.getByRole("region", { name: "Proposal on Payment within" })
  await silent.getByText("Not marked in the file").waitFor()
  await host.page.getByRole("link", { name: "Frame agreement v1 returned.docx" }).waitFor()
  await host.see("proposed")
  expect((await manager.call(getAgreementText, { agreementDraft: draft.id })).body.number).toBe(1)
})
