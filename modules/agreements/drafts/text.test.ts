import { expect, test } from "vitest"
import type { Id } from "#core/ids"
import { pdf } from "#test/bytes"
import { movableClock } from "#test/clock"
import { openUploads } from "#test/files"
import { startTestKeelson } from "#test/keelson"
import { monthly, recordPartnership } from "#test/promises"
import { codeOf } from "#test/tasks"
import {
  agreeToVersion,
  amendAgreement,
  draftAgreement,
  getAgreement,
  getAgreementDraft,
  getAgreementText,
  getAgreementVersion,
  moveAgreementDraft,
  putInForce,
  writeAgreementText,
} from "../contract.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")

const clause = (key: string, words: string) => ({
  ...{ key, heading: key, level: 1 as const },
  content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: words }] }],
})
const clauses = [clause("purpose", "Both sides sell together."), clause("payment", "Payment within thirty days.")]
const signed = { hostSigner: "Ada Berg", partnerSigner: "Kim Lee", signedOn: "2026-01-02" }

const begun = async (name: string) => {
  const { id: partnership, organizationId } = await recordPartnership(manager, name)
  const body = { title: "Frame", startsOn: "2026-01-01", endsOn: "2026-12-31", objectives: [], commitments: [] }
  const lines = { ...body, commitments: [monthly("host"), monthly("partner")] }
  const { id } = (await manager.call(draftAgreement, { partnership, ...lines })).body
  return { id, partnership, partner: await workspace.asPartner(organizationId), organizationId }
}
const textOf = async (id: Id, who = manager) => (await who.call(getAgreementText, { agreementDraft: id })).body
const write = async (id: Id, given: readonly ReturnType<typeof clause>[], version?: number) =>
  manager.call(
    writeAgreementText,
    { agreementDraft: id, clauses: [...given], terms: { payment_days: 30 } },
    { ifMatch: version ?? (await textOf(id)).version },
  )
const move = (agreementDraft: Id, to: "in_review" | "draft") => manager.call(moveAgreementDraft, { agreementDraft, to })

test("the words are the host's own until they are sent to review, and a version that nobody changes from then on", async () => {
  const { id, partner } = await begun("Worded")
  expect(await textOf(id)).toMatchObject({ text: null, number: null, versions: [] })
  await write(id, clauses)
  expect(await textOf(id)).toMatchObject({ text: { clauses, terms: { payment_days: 30 } }, number: null })
  expect((await partner.call(getAgreementText, { agreementDraft: id })).status).toBe(404)
  await move(id, "in_review")
  const seen = await textOf(id, partner)
  expect(seen).toMatchObject({ text: { clauses }, number: 1, versions: [{ number: 1, side: "host", agreedBy: [] }] })
  expect(seen.abilities).toEqual({ write: "role-may-not", agree: true, propose: true })
  expect(seen.missing).toEqual([
    { side: "host", partyName: null },
    { side: "partner", partyName: null },
  ])
  expect(codeOf(await write(id, clauses))).toEqual([409, "not-a-draft"])
})

test("what is taken back and sent again unchanged is the same version; changed words are the next one", async () => {
  const { id, partner } = await begun("Rewritten")
  await write(id, clauses)
  await move(id, "in_review")
  expect((await partner.call(agreeToVersion, { agreementDraft: id, number: 1 })).status).toBe(200)
  await move(id, "draft")
  await move(id, "in_review")
  expect(await textOf(id)).toMatchObject({ number: 1, versions: [{ agreedBy: [{ side: "partner" }] }] })
  await move(id, "draft")
  await write(id, [clauses[0] as never, clause("payment", "Payment within sixty days.")])
  await move(id, "in_review")
  const now = await textOf(id)
  expect(now.versions.map(({ number, agreedBy }) => [number, agreedBy.length])).toEqual([
    [2, 0],
    [1, 1],
  ])
  expect(now.missing).toHaveLength(2)
  const first = (await partner.call(getAgreementVersion, { agreementVersion: now.versions[1]?.id ?? "" })).body
  expect(first).toMatchObject({ number: 1, text: { clauses }, hash: now.versions[1]?.hash })
  expect((await partner.call(getAgreementVersion, { agreementVersion: id })).status).toBe(404)
})

test("nothing with words is in force before every party holds the same version; a signed PDF says so too", async () => {
  const { id, partner } = await begun("Agreed")
  await write(id, clauses)
  expect(codeOf(await partner.call(agreeToVersion, { agreementDraft: id, number: 1 }))[0]).toBe(404)
  await move(id, "in_review")
  const force = (more = {}) => manager.call(putInForce, { agreementDraft: id, ...signed, ...more })
  expect(codeOf(await force())).toEqual([409, "not-agreed"])
  await manager.call(agreeToVersion, { agreementDraft: id, number: 1 })
  expect(codeOf(await manager.call(agreeToVersion, { agreementDraft: id, number: 1 }))).toEqual([409, "agreed-already"])
  expect(codeOf(await force())).toEqual([409, "not-agreed"])
  expect(codeOf(await partner.call(agreeToVersion, { agreementDraft: id, number: 2 }))).toEqual([
    409,
    "version-replaced",
  ])
  await partner.call(agreeToVersion, { agreementDraft: id, number: 1 })
  expect((await force()).body.state).toBe("in_force")
  expect(codeOf(await partner.call(agreeToVersion, { agreementDraft: id, number: 1 }))).toEqual([409, "not-in-review"])
  const other = await begun("Signed elsewhere")
  await write(other.id, clauses)
  await move(other.id, "in_review")
  const { send } = openUploads(keelson, workspace, other.partnership, manager)
  const more = { kind: "agreement_draft", subject: other.id }
  const { id: signedFileId } = (await send(manager, "signed.pdf", pdf("signed"), more)).body
  const done = await manager.call(putInForce, { agreementDraft: other.id, ...signed, signedFileId })
  expect(done.body.state).toBe("in_force")
})

test("who leads a partner's team agrees for it; others of it read, and so do the host's who do not edit", async () => {
  const { id, organizationId } = await begun("Roles")
  await write(id, clauses)
  await move(id, "in_review")
  const seller = await workspace.asPartner(organizationId, "seller")
  expect(codeOf(await seller.call(agreeToVersion, { agreementDraft: id, number: 1 }))).toEqual([
    403,
    "not-yours-to-agree",
  ])
  const viewer = await workspace.as("viewer")
  expect(codeOf(await viewer.call(agreeToVersion, { agreementDraft: id, number: 1 }))[1]).toBe("not-yours-to-agree")
  expect((await viewer.call(getAgreementText, { agreementDraft: id })).body.number).toBe(1)
})

test("a key stands once in a text, and an amendment begins with the words that hold", async () => {
  const { id, partner } = await begun("Kept")
  expect(codeOf(await write(id, [...clauses, clause("payment", "Again.")]))).toEqual([422, "clause-key-doubled"])
  await write(id, clauses)
  await move(id, "in_review")
  for (const each of [manager, partner]) await each.call(agreeToVersion, { agreementDraft: id, number: 1 })
  await manager.call(putInForce, { agreementDraft: id, ...signed })
  for (const each of [manager, partner])
    expect((await each.call(getAgreement, { agreement: id })).body.textDraftId).toBe(id)
  const amendment = await manager.call(amendAgreement, {
    ...{ agreement: id, kind: "change", validFrom: "2026-06-01", reason: "Another price" },
  })
  expect(await textOf(amendment.body.id)).toMatchObject({ text: { clauses }, number: null })
  expect((await manager.call(getAgreementDraft, { agreementDraft: amendment.body.id })).status).toBe(200)
})
