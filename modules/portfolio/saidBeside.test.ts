import { extractText, getDocumentProxy } from "unpdf"
import { expect, test } from "vitest"
import { amendAgreement, listAgreements, moveAgreementDraft, nameSigners, putInForce } from "#contract/agreements"
import { createPartnership } from "#contract/partnerships"
import { unzip } from "#platform/archives/zip"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson } from "#test/keelson"
import { enter, monthly } from "#test/promises"
import { listPartnerships } from "./contract.ts"

/* What a document says beside its figures: who signed, what was amended, and which rows it holds in which order. */
const clock = movableClock("2026-11-23T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const made = async (name: string) =>
  (await manager.call(createPartnership, { type: "isv", newOrganization: { name } })).body
const { id: partnership, organizationId } = await made("Contoso")
await made("Quiet")
await enter(manager, partnership, [monthly("host")])
const ofPartner = await workspace.asPartner(organizationId)
const signed = { hostSigner: "Ada Berg", partnerSigner: "Kim Lee", signedOn: "2026-01-02" }

const fetched = async (path: string, query: Record<string, string>, caller: Caller = manager) => {
  const response = await fetch(`${keelson.address}/api/w/${workspace.slug}${path}?${new URLSearchParams(query)}`, {
    headers: { cookie: caller.cookie },
  })
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}
const portfolio = (query: Record<string, string>) => fetched("/portfolio-document", query)
const one = (query: Record<string, string>, caller = manager) =>
  fetched(`/partnerships/${partnership}/document`, query, caller)
const pdfText = async (bytes: Buffer) =>
  (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text.replaceAll(/\s+/g, " ")
const sheetText = (bytes: Buffer) => [...unzip(bytes)].map(([, part]) => part.toString()).join("")

test("says of each agreement who signed it and when, or that this is not on file, to both sides and in the calendar", async () => {
  const { items } = (await manager.call(listAgreements, { partnership })).body
  const [agreement] = items
  if (!agreement) throw new Error("there is one")
  const notOnFile = "Taken over as in force; signature not on file"
  for (const audience of ["host", "shared"] as const)
    expect(await pdfText(await one({ audience }))).toContain(notOnFile)
  const calendar = async () => (await one({ form: "ics" })).toString().replaceAll("\r\n ", "")
  expect(await calendar()).toContain("signature not on file")
  await manager.call(nameSigners, { agreement: agreement.id, hostSigner: "Ada Berg" })
  const inPart = await pdfText(await one({ audience: "shared" }, ofPartner))
  expect(inPart).toContain("Signed by Ada Berg and somebody not on file; the day is not on file")
  expect(inPart).not.toContain(notOnFile)
  await manager.call(nameSigners, { agreement: agreement.id, ...signed })
  const signedText = "Signed on Jan 2, 2026 by Ada Berg and Kim Lee"
  expect(await pdfText(await one({ audience: "shared" }, ofPartner))).toContain(signedText)
  expect(await calendar()).toContain(signedText.replace(",", "\\,"))
})

test("says what was amended, why, from when and signed by whom; what is only drafted is in no document", async () => {
  const agreement = (await manager.call(listAgreements, { partnership })).body.items[0]?.id ?? ""
  const change = {
    agreement,
    kind: "change",
    validFrom: "2026-11-23",
    reason: "a longer notice",
    noticeDays: 120,
  } as const
  const { body } = await manager.call(amendAgreement, change)
  expect(await pdfText(await one({ audience: "host" }))).not.toContain("a longer notice")
  await manager.call(moveAgreementDraft, { agreementDraft: body.id, to: "in_review" })
  expect(await pdfText(await one({ audience: "shared" }))).not.toContain("a longer notice")
  const both = { hostSigner: "Ben Cole", partnerSigner: "Kim Lee", signedOn: "2026-11-20" }
  await manager.call(putInForce, { agreementDraft: body.id, ...both })
  const text = await pdfText(await one({ audience: "shared" }, ofPartner))
  expect(text).toContain("a longer notice")
  expect(text).toContain("Signed on Nov 20, 2026 by Ben Cole and Kim Lee")
})

test("says which rows it holds and in which order: every filter that there is, in each form that can say it", async () => {
  const asked = { type: "isv", valueFrom: "10", dueTo: "2027-01-31", sort: "-value", search: "Quiet" } as const
  const text = await pdfText(await portfolio({ ...asked, form: "pdf" }))
  const sheet = sheetText(await portfolio({ ...asked, form: "xlsx" }))
  for (const said of [
    "Value, 12 months (EUR) ≥ 10",
    "Next due ≤ Jan 31, 2027",
    "Search “Quiet”",
    "Value, 12 mo., descending",
  ]) {
    expect(text).toContain(said)
    expect(sheet).toContain(said)
  }
  const { items } = (await manager.call(listPartnerships, {})).body
  const only = items.map(({ id }) => id).slice(0, 2)
  expect(await pdfText(await portfolio({ only: only.join(","), form: "pdf" }))).toContain("2 chosen partnerships")
  const [head = ""] = (await portfolio({ form: "csv" })).toString().split("\r\n")
  expect(head.endsWith(",partnership_uuid,organization_uuid")).toBe(true)
})
