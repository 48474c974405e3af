import { expect, test } from "vitest"
import { listCommitments } from "#contract/commitments"
import { removeFile } from "#contract/files"
import { getHome } from "#contract/home"
import { listNotifications } from "#contract/notifications"
import { listObjectives } from "#contract/objectives"
import { getPartnership } from "#contract/portfolio"
import type { Id } from "#core/ids"
import { pdf } from "#test/bytes"
import { movableClock } from "#test/clock"
import { openUploads } from "#test/files"
import { startTestKeelson } from "#test/keelson"
import { monthly, recordPartnership, runJob } from "#test/promises"
import {
  draftAgreement,
  editAgreementDraft,
  enterAgreement,
  getAgreement,
  getAgreementDraft,
  listAgreementDrafts,
  listAgreements,
  listOpenDrafts,
  moveAgreementDraft,
  nameSigners,
  putInForce,
  rebaseAgreementDraft,
} from "../contract.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")

const goal = { category: "revenue", metric: "revenue", title: "Joint revenue", target: 1_200, unit: "EUR" } as const
const content = {
  title: "Frame agreement",
  startsOn: "2026-01-01",
  endsOn: "2026-03-31",
  noticeDays: 30,
  objectives: [goal],
  commitments: [monthly("host"), monthly("partner")],
}
const signed = { hostSigner: "Ada Berg", partnerSigner: "Kim Lee", signedOn: "2026-01-02" }
const write = async (partnership: Id, more = {}) =>
  (await manager.call(draftAgreement, { partnership, ...content, ...more })).body
const review = (agreementDraft: Id) => manager.call(moveAgreementDraft, { agreementDraft, to: "in_review" })
const dueDays = async (partnership: Id, to = "2026-12-31") =>
  (await manager.call(listCommitments, { partnership, to })).body.occurrences

test("a draft binds nobody: nothing of it falls due, is counted or told; in force it is", async () => {
  const { id, organizationId } = await recordPartnership(manager, "Drafted")
  const draft = await write(id)
  const seen = async () => {
    const page = (await manager.call(getPartnership, { partnership: id })).body
    const { groups } = (await manager.call(getHome, { whose: "all" })).body
    return {
      due: (await dueDays(id)).length,
      objectives: (await manager.call(listObjectives, { partnership: id })).body.items.length,
      agreements: (await manager.call(listAgreements, { partnership: id })).body.items.length,
      nextEnd: page.nextEnd?.endsOn ?? null,
      onHome: groups
        .flatMap(({ items }) => items)
        .filter((item) => "partnershipId" in item && item.partnershipId === id).length,
    }
  }
  const nothing = { due: 0, objectives: 0, agreements: 0, nextEnd: null, onHome: 0 }
  expect(await seen()).toEqual(nothing)
  await review(draft.id)
  await runJob("commitments.update-due-states", keelson)
  await runJob("agreements.apply-agreed", keelson)
  expect(await seen()).toEqual(nothing)
  const partner = await workspace.asPartner(organizationId)
  expect((await partner.call(listNotifications)).body.items).toEqual([])

  const { status, body } = await manager.call(putInForce, { agreementDraft: draft.id, ...signed })
  expect(status).toBe(200)
  expect(body).toMatchObject({ state: "in_force", signedOn: "2026-01-02" })
  const now = await seen()
  expect(now).toMatchObject({ due: 6, objectives: 1, agreements: 1, nextEnd: "2026-03-31" })
  expect(now.onHome).toBeGreaterThan(0)
  expect((await manager.call(getAgreement, { agreement: draft.id })).body).toMatchObject({
    state: "in_force",
    signing: "signed",
    hostSigner: "Ada Berg",
    partnerSigner: "Kim Lee",
  })
})

test("the partner reads a draft from the day it is in review, and never changes one", async () => {
  const { id, organizationId } = await recordPartnership(manager, "Read by both")
  const draft = await write(id)
  const partner = await workspace.asPartner(organizationId)
  const stranger = await workspace.asPartner((await recordPartnership(manager, "Stranger")).organizationId)
  const asked = { agreementDraft: draft.id }
  expect((await partner.call(getAgreementDraft, asked)).status).toBe(404)
  expect((await partner.call(listAgreementDrafts, { partnership: id })).body.items).toEqual([])
  await review(draft.id)
  expect((await partner.call(getAgreementDraft, asked)).body).toMatchObject({
    state: "in_review",
    abilities: { putInForce: "role-may-not", edit: "role-may-not" },
  })
  expect((await stranger.call(getAgreementDraft, asked)).status).toBe(404)
  expect((await partner.call(putInForce, { ...asked, ...signed })).status).toBe(403)
  await manager.call(moveAgreementDraft, { ...asked, to: "draft" })
  expect((await partner.call(getAgreementDraft, asked)).status).toBe(404)
})

test("nothing is in force unreviewed or unsigned; taken over is said, and the signature can be found later", async () => {
  const { id } = await recordPartnership(manager, "Unsigned")
  const { id: agreementDraft } = await write(id)
  expect((await manager.call(putInForce, { agreementDraft, ...signed })).body).toMatchObject({ code: "not-reviewed" })
  await review(agreementDraft)
  for (const [said, field] of [
    [{}, "hostSigner"],
    [{ hostSigner: "Ada" }, "partnerSigner"],
    [{ hostSigner: "Ada", partnerSigner: "Kim" }, "signedOn"],
  ] as const)
    expect((await manager.call(putInForce, { agreementDraft, ...said })).body).toMatchObject({
      code: "signature-needed",
      detail: { field },
    })
  expect((await manager.call(putInForce, { agreementDraft, ...signed, signedOn: "2026-01-03" })).body).toMatchObject({
    code: "not-yet-signed",
  })
  expect((await manager.call(listAgreements, { partnership: id })).body.items).toEqual([])
  await manager.call(putInForce, { agreementDraft, takenOver: true })
  const agreement = agreementDraft
  expect((await manager.call(getAgreement, { agreement })).body).toMatchObject({
    isInForce: true,
    signing: "not_on_file",
    signedOn: null,
  })
  expect((await manager.call(nameSigners, { agreement, ...signed })).body).toMatchObject({ signing: "signed" })
  // The one-act way says as plainly what is not on file.
  const entered = await manager.call(enterAgreement, { partnership: id, title: "Old", startsOn: "2024-01-01" })
  expect(entered.body.signing).toBe("not_on_file")
})

test("what is in review is changed only after it was taken back; of two edits the second is told", async () => {
  const { id } = await recordPartnership(manager, "Edited draft")
  const draft = await write(id)
  const anew = { agreementDraft: draft.id, ...content, title: "Anew" }
  const first = await manager.call(editAgreementDraft, anew, { ifMatch: draft.version })
  expect(first.body.title).toBe("Anew")
  expect((await manager.call(editAgreementDraft, anew, { ifMatch: draft.version })).status).toBe(412)
  const inReview = (await review(draft.id)).body
  expect((await manager.call(editAgreementDraft, anew, { ifMatch: inReview.version })).body).toMatchObject({
    code: "not-a-draft",
  })
  expect((await review(draft.id)).body).toMatchObject({ code: "draft-moved-on" })
})

test("a review says what each promise's next days are, each objective's curve, and what is odd", async () => {
  const { id } = await recordPartnership(manager, "Reviewed")
  const draft = await write(id, { endsOn: "2026-12-31", noticeDays: undefined, commitments: [monthly("host")] })
  const { body } = await manager.call(getAgreementDraft, { agreementDraft: draft.id })
  const days = ["2026-02-02", "2026-03-02", "2026-03-31"]
  expect(body.nextDays).toEqual([days.map((dueOn) => ({ dueOn, amount: null }))])
  expect(body.curves[0]?.at(-1)).toEqual({ on: "2026-12-31", target: 1_200 })
  expect(body.findings.map(({ code }) => code)).toEqual(["no-notice", "partner-promises-nothing"])
})

test("the signed PDF is added in the act that puts it in force: it is the agreement's from then on, and stays", async () => {
  const { id: partnership, organizationId } = await recordPartnership(manager, "Signed here")
  const partner = await workspace.asPartner(organizationId)
  const { send, namesFor, bytesOf } = openUploads(keelson, workspace, partnership, manager)
  const draft = await write(partnership)
  await review(draft.id)
  const add = async (name: string, bytes: string | Uint8Array, more = {}) =>
    (await send(manager, name, bytes, { kind: "agreement_draft", subject: draft.id, ...more })).body.id
  const inForce = (signedFileId: Id) => manager.call(putInForce, { agreementDraft: draft.id, ...signed, signedFileId })
  for (const [file, code] of [
    [await add("own.pdf", pdf("own"), { private: true }), "no-such-file"],
    [await add("words.txt", "signed, we swear"), "pdf-expected"],
    [crypto.randomUUID(), "no-such-file"],
  ] as const)
    expect(await inForce(file)).toMatchObject({ status: 422, body: { code, detail: { field: "signedFileId" } } })
  expect((await manager.call(getAgreementDraft, { agreementDraft: draft.id })).body.state).toBe("in_review")
  const file = await add("Frame, signed.pdf", pdf("signed"))
  expect((await inForce(file)).body).toMatchObject({ state: "in_force", signedFile: { id: file } })
  for (const who of [manager, partner]) {
    expect((await who.call(getAgreement, { agreement: draft.id })).body.signedFile).toMatchObject({ id: file })
    expect((await bytesOf(who, file)).status).toBe(200)
    expect(await namesFor(who, draft.id, "agreement")).toEqual(["Frame, signed.pdf"])
  }
  expect(await (await workspace.as("owner")).call(removeFile, { file })).toMatchObject({
    status: 409,
    body: { code: "kept-as-record" },
  })
})

test("open drafts of all partnerships say by whom, since when and what is missing; the partner reads what was sent to review", async () => {
  const { id: partnership, organizationId } = await recordPartnership(manager, "Open one")
  const partner = await workspace.asPartner(organizationId)
  const { id } = await write(partnership, { endsOn: undefined, title: "Without an end" })
  const read = async (who: typeof manager) =>
    (await who.call(listOpenDrafts, {})).body.items.find((each) => each.id === id)
  expect(await read(manager)).toMatchObject({
    ...{ partnershipName: "Open one", writtenAt: clock.now(), isPrivate: true },
    missing: [{ code: "objective-needs-end", title: "Joint revenue" }],
  })
  expect((await read(manager))?.writtenBy).toBeTruthy()
  expect(await read(partner)).toBeUndefined()
  expect(await manager.call(rebaseAgreementDraft, { agreementDraft: id })).toMatchObject({ status: 409 })
  expect((await partner.call(rebaseAgreementDraft, { agreementDraft: id })).status).toBe(404)
  await review(id)
  expect((await partner.call(rebaseAgreementDraft, { agreementDraft: id })).status).toBe(403)
  expect(await read(partner)).toMatchObject({ title: "Without an end", state: "in_review", isPrivate: false })
  await manager.call(moveAgreementDraft, { agreementDraft: id, to: "withdrawn" })
  expect(await read(manager)).toBeUndefined()
})
