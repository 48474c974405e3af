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
  rebaseAgreementDraft,
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
  expect(seen.abilities).toEqual({ write: "role-may-not", agree: true })
  expect(seen.missing).toMatchObject([
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

/** An agreement with words that is in force, for each of both sides to amend. */
const inForce = async (name: string) => {
  const { id, partner } = await begun(name)
  await write(id, clauses)
  await move(id, "in_review")
  await agreed(id, partner)
  await manager.call(putInForce, { agreementDraft: id, ...signed })
  return { id, partner }
}
const agreed = async (id: Id, partner: typeof manager) => {
  const { number } = await textOf(id)
  for (const who of [manager, partner]) await who.call(agreeToVersion, { agreementDraft: id, number: number ?? 0 })
}
const amend = async (agreement: Id, more = {}) => {
  const said = { kind: "change" as const, validFrom: "2026-01-02", reason: "Better words" }
  return (await manager.call(amendAgreement, { agreement, ...said, ...more })).body.id
}
const force = (agreementDraft: Id) => manager.call(putInForce, { agreementDraft, ...signed })
const words = (text: string) => clause("payment", text)

test("an amendment of the words alone is one; with none of anything it changes nothing", async () => {
  const { id, partner } = await inForce("Reworded")
  const draft = await amend(id)
  await move(draft, "in_review")
  await agreed(draft, partner)
  expect(codeOf(await force(draft))).toEqual([409, "nothing-amended"])
  await move(draft, "draft")
  await write(draft, [clauses[0] as never, words("Payment within ten days.")])
  await move(draft, "in_review")
  await agreed(draft, partner)
  expect((await force(draft)).body.state).toBe("in_force")
  expect((await manager.call(getAgreement, { agreement: id })).body.textDraftId).toBe(draft)
})

test("of two amendments that were begun together the second to be signed keeps the words of the first", async () => {
  const { id, partner } = await inForce("Twice amended")
  const [one, other] = [await amend(id), await amend(id)]
  await write(one, [clause("purpose", "Both sides sell and support together."), clauses[1] as never])
  await write(other, [clauses[0] as never, words("Payment within ten days.")])
  for (const draft of [one, other]) {
    await move(draft, "in_review")
    await agreed(draft, partner)
  }
  expect((await force(one)).body.state).toBe("in_force")
  expect(codeOf(await force(other))).toEqual([409, "rebase-first"])
  await move(other, "draft")
  const laid = await manager.call(rebaseAgreementDraft, { agreementDraft: other })
  expect(laid.body.collisions).toEqual([])
  expect((await textOf(other)).text?.clauses).toEqual([
    clause("purpose", "Both sides sell and support together."),
    words("Payment within ten days."),
  ])
  await move(other, "in_review")
  await agreed(other, partner)
  expect((await force(other)).body.state).toBe("in_force")
})

test("words that hold from a later day are not overtaken by others that were written upon them", async () => {
  const { id, partner } = await inForce("Later")
  const later = await amend(id, { validFrom: "2026-06-01" })
  await write(later, [clauses[0] as never, words("Payment within ten days.")])
  await move(later, "in_review")
  await agreed(later, partner)
  expect((await force(later)).body.state).toBe("agreed")
  const sooner = await amend(id, { validFrom: "2026-03-01" })
  expect((await textOf(sooner)).text?.clauses[1]).toEqual(words("Payment within ten days."))
  await write(sooner, [clause("purpose", "Apart."), words("Payment within ten days.")])
  await move(sooner, "in_review")
  await agreed(sooner, partner)
  expect(codeOf(await force(sooner))).toEqual([409, "text-amended-meanwhile"])
  expect((await manager.call(getAgreement, { agreement: id })).body.textDraftId).toBe(id)
})

test("putting right data that was entered wrongly needs nobody's yes; other words do", async () => {
  const { id } = await inForce("Corrected")
  const draft = await amend(id, { kind: "correction", validFrom: undefined, title: "Frame, as signed" })
  await move(draft, "in_review")
  expect((await force(draft)).body.state).toBe("in_force")
  const other = await amend(id, { kind: "correction", validFrom: undefined })
  await write(other, [clauses[0] as never, words("Payment within ten days.")])
  await move(other, "in_review")
  expect(codeOf(await force(other))).toEqual([409, "not-agreed"])
})

test("a term that is named and not set is told, and nobody agrees to it; so are words and figures that differ", async () => {
  const { id, partner } = await begun("Open")
  const place = { type: "term" as const, attrs: { kind: "margin" as const } }
  const open = { ...words("x"), content: [{ type: "paragraph" as const, content: [place] }] }
  await write(id, [clause("purpose", "Notice of thirty (60) days."), open as never])
  await move(id, "in_review")
  const seen = await textOf(id, partner)
  expect(seen.openTerms).toEqual(["margin"])
  expect(seen.doubts).toMatchObject([{ key: "purpose", saidInWords: 30, saidInFigures: 60 }])
  expect(seen.abilities.agree).toBe("terms-open")
  expect(codeOf(await partner.call(agreeToVersion, { agreementDraft: id, number: 1 }))).toEqual([409, "terms-open"])
})
