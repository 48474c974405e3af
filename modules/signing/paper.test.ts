import { createHash } from "node:crypto"
import { afterAll, beforeEach, expect, test } from "vitest"
import { listAgreements } from "#contract/agreements"
import { removeFile } from "#contract/files"
import type { Id } from "#core/ids"
import { pdf } from "#test/bytes"
import { openUploads } from "#test/files"
import type { Caller } from "#test/keelson"
import { runJob } from "#test/promises"
import { signingScene, start } from "#test/signing"
import { codeOf } from "#test/tasks"
import * as contract from "./contract.ts"

/* What somebody signed on paper, as the host uploaded it: scenarios 12 and 9 (its last sentence). */
const scene = await signingScene()
const { keelson, workspace, manager, ben, clock, agreed, benSigns, startWith, overview, signerNamed, sign } = scene
const { run, addressOf, boxOf, pageOf, stateOf, signByLink } = scene
afterAll(scene.smtp.stop)
beforeEach(() => clock.moveTo(start))

/** A round in which Carl, who has no account, is asked by a link, and the scan of what he signed. */
const carls = async (name: string, more: object = {}) => {
  const made = await agreed(name)
  const carl = { partyId: made.organizationId, name: "Carl Weber", email: addressOf("carl") }
  await startWith(made.id, [benSigns, carl], more)
  await run()
  const { send, bytesOf } = openUploads(keelson, workspace, made.partnership, manager)
  const upload = async (who: Caller, fileName: string, bytes: string | Uint8Array, of: object = {}): Promise<Id> =>
    (await send(who, fileName, bytes, { kind: "agreement_draft", subject: made.id, ...of })).body.id
  const putDown = async (who: Caller, fileId: Id, paperOn: string, of: object = {}) =>
    who.call(contract.signedOnPaper, {
      ...{ agreementSigner: (await signerNamed(manager, made.id, "Carl Weber")).id, fileId, paperOn },
      ...of,
    } as never)
  return { ...made, box: boxOf(carl.email), bytesOf, upload, putDown }
}
const agreementOf = async (partnership: Id) =>
  (await manager.call(listAgreements, { partnership })).body.items.find(({ title }) => title.startsWith("Frame"))

test("scenario 12: what was signed on paper is said to be that, by whom it was uploaded, and that nobody checked it", async () => {
  const made = await carls("Paper")
  const content = pdf("signed by Carl")
  const digest = createHash("sha256").update(content).digest("hex")
  const fileId = await made.upload(manager, "Carl.pdf", content)
  clock.moveTo("2027-04-12T10:00:00.000Z")
  await sign(ben, made.id, "Ben Host")
  const done = await made.putDown(manager, fileId, "2027-04-09")
  expect(done.status).toBe(200)
  for (const who of [manager, made.partner]) {
    const carl = await signerNamed(who, made.id, "Carl Weber")
    expect(carl).toMatchObject({ state: "signed", method: "paper", mark: null, doneAt: "2027-04-12T10:00:00.000Z" })
    expect(carl.paper).toMatchObject({
      ...{ on: "2027-04-09", countsOn: "2027-04-12", by: "partner_manager of Nordlicht" },
      ...{ file: { id: fileId, name: "Carl.pdf" }, sha256: digest },
    })
  }
  // Scenario 9: the day written on it moves nothing by itself.
  await run()
  expect(await stateOf(made.id)).toBe("in_force")
  expect(await agreementOf(made.partnership)).toMatchObject({ signedOn: "2027-04-12", partnerSigner: "Carl Weber" })
  const { latest } = await overview(made.partner, made.id)
  expect(latest).toMatchObject({ state: "signed", stuck: null, sealed: { sha256: expect.any(String) } })
  // It is of the record: both open it, nobody takes it away.
  expect((await made.bytesOf(made.partner, fileId)).status).toBe(200)
  expect((await (await workspace.as("owner")).call(removeFile, { file: fileId })).status).toBe(409)
  expect(codeOf(await made.putDown(manager, fileId, "2027-04-09"))).toEqual([409, "signed-already"])
})

test("scenario 9: whoever uploads a paper says that it counts for the day written on it; a later signature still comes later", async () => {
  const written = await carls("Written")
  const fileId = await written.upload(manager, "Carl.pdf", pdf("written"))
  await sign(ben, written.id, "Ben Host")
  clock.moveTo("2027-04-12T10:00:00.000Z")
  await written.putDown(manager, fileId, "2027-04-09", { countsFor: "written" })
  await run()
  expect((await signerNamed(manager, written.id, "Carl Weber")).paper).toMatchObject({
    ...{ on: "2027-04-09", countsOn: "2027-04-09" },
  })
  expect((await agreementOf(written.partnership))?.signedOn).toBe("2027-04-09")
  clock.moveTo(start)
  const later = await carls("Later")
  const second = await later.upload(manager, "Carl.pdf", pdf("later"))
  clock.moveTo("2027-04-12T10:00:00.000Z")
  await later.putDown(manager, second, "2027-04-09", { countsFor: "written" })
  await sign(ben, later.id, "Ben Host")
  await run()
  expect((await agreementOf(later.partnership))?.signedOn).toBe("2027-04-12")
})

test("the link of who signed on paper dies, and nobody reminds them any more", async () => {
  const made = await carls("Dead link")
  const link = made.box.link()
  expect(await pageOf(link)).toContain("code")
  const before = made.box.mails().length
  await made.putDown(manager, await made.upload(manager, "Carl.pdf", pdf("x")), "2027-03-02")
  await run()
  const dead = await pageOf(link)
  expect(dead).not.toContain('name="ask"')
  for (const day of ["2027-03-07", "2027-03-12"]) {
    clock.moveTo(`${day}T09:00:00.000Z`)
    await runJob("signing.remind", keelson)
    await run()
  }
  expect(made.box.mails()).toHaveLength(before)
  // Ben may still decline: what was signed on paper holds no more then, as every signature.
  const bens = await signerNamed(manager, made.id, "Ben Host")
  const over = await ben.call(contract.declineSigning, { agreementSigner: bens.id, reason: "The price is another one" })
  expect(over.body.latest?.state).toBe("declined")
})

test("only who edits agreements puts it down: a PDF that both sides see, of a day that has come, in its turn", async () => {
  const made = await carls("Rights", { isOrdered: true })
  const fileId = await made.upload(made.partner, "Carl.pdf", pdf("theirs"))
  expect(codeOf(await made.putDown(made.partner, fileId, "2027-03-02"))).toEqual([403, "role-may-not"])
  for (const role of ["executive", "finance", "contributor", "viewer"] as const)
    expect(codeOf(await made.putDown(await workspace.as(role), fileId, "2027-03-02"))).toEqual([403, "role-may-not"])
  const text = await made.upload(manager, "a.txt", "signed, we swear")
  const own = await made.upload(manager, "own.pdf", pdf("own"), { private: true })
  const elsewhere = await made.upload(manager, "b.pdf", pdf("b"), { kind: "partnership", subject: made.partnership })
  for (const [file, day, wanted] of [
    [text, "2027-03-02", [422, "pdf-expected"]],
    [own, "2027-03-02", [422, "no-such-file"]],
    [elsewhere, "2027-03-02", [422, "no-such-file"]],
    [fileId, "2027-03-04", [422, "not-yet-signed"]],
  ] as const)
    expect([file, codeOf(await made.putDown(manager, file, day))]).toEqual([file, wanted])
  expect((await signerNamed(manager, made.id, "Carl Weber")).state).toBe("waiting")
  expect((await made.putDown(manager, fileId, "2027-03-03")).status).toBe(200)
  // Whoever has signed by their link has signed: no paper takes its place.
  const linked = await carls("By link")
  await signByLink(linked.box, "Carl Weber")
  const late = await linked.upload(manager, "Carl.pdf", pdf("late"))
  expect(codeOf(await linked.putDown(manager, late, "2027-03-02"))).toEqual([409, "signed-already"])
})
