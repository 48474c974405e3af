import { expect, test } from "vitest"
import { removeFile } from "#contract/files"
import type { Id } from "#core/ids"
import { pdf } from "#test/bytes"
import { movableClock } from "#test/clock"
import { openUploads } from "#test/files"
import { startTestKeelson } from "#test/keelson"
import { enter, recordPartnership } from "#test/promises"
import { getAgreement, nameSignedFile } from "./contract.ts"

const clock = movableClock("2026-01-15T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso")
const partner = await workspace.asPartner(organizationId)
const { send, bytesOf } = openUploads(keelson, workspace, partnership, manager)
const { id: agreement } = await enter(manager, partnership, [])
const upload = async (who: typeof manager, name: string, content: string | Uint8Array, more = {}): Promise<Id> =>
  (await send(who, name, content, { kind: "agreement", subject: agreement, ...more })).body.id

test("the file that both sides signed stands at the agreement, and stays", async () => {
  const fileId = await upload(partner, "Frame agreement, signed.pdf", pdf("signed"))
  const { status, body } = await manager.call(nameSignedFile, { agreement, fileId, signedOn: "2026-01-12" })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    signedOn: "2026-01-12",
    signedFile: { id: fileId, name: "Frame agreement, signed.pdf" },
  })
  expect((await partner.call(getAgreement, { agreement })).body.signedFile?.id).toBe(fileId)
  expect((await bytesOf(partner, fileId)).status).toBe(200)
  const owner = await workspace.as("owner")
  expect(await owner.call(removeFile, { file: fileId })).toMatchObject({
    status: 409,
    body: { code: "kept-as-record" },
  })
})

test("a later scan takes its place, and the earlier one stays on record, too", async () => {
  const before = (await manager.call(getAgreement, { agreement })).body.signedFile?.id ?? ""
  const fileId = await upload(manager, "better scan.pdf", pdf("better"))
  const { body } = await manager.call(nameSignedFile, { agreement, fileId })
  expect(body).toMatchObject({ signedOn: "2026-01-12", signedFile: { name: "better scan.pdf" } })
  const owner = await workspace.as("owner")
  for (const file of [before, fileId]) expect((await owner.call(removeFile, { file })).status).toBe(409)
})

test("what is no PDF, is private, is of something else, or was signed tomorrow is not what both sides signed", async () => {
  const shared = await upload(manager, "a.pdf", pdf("a"))
  const own = await upload(manager, "own.pdf", pdf("own"), { private: true })
  const elsewhere = await upload(manager, "b.pdf", pdf("b"), { kind: "partnership", subject: partnership })
  const text = await upload(manager, "a.txt", "signed, we swear")
  const before = (await manager.call(getAgreement, { agreement })).body
  for (const [fileId, code, signedOn] of [
    [own, "no-such-file"],
    [elsewhere, "no-such-file"],
    [text, "pdf-expected"],
    [shared, "not-yet-signed", "2026-01-16"],
  ] as const) {
    const more = signedOn === undefined ? {} : { signedOn }
    expect(await manager.call(nameSignedFile, { agreement, fileId, ...more })).toMatchObject({
      status: 422,
      body: { code },
    })
  }
  expect((await manager.call(getAgreement, { agreement })).body).toEqual(before)
  // A refused one was not held either.
  expect((await manager.call(removeFile, { file: text })).status).toBe(200)
})

test("who may change the agreement says which file it is; a partner and a viewer do not", async () => {
  const fileId = await upload(partner, "theirs.pdf", pdf("theirs"))
  for (const who of [partner, await workspace.as("viewer"), await workspace.as("contributor")])
    expect((await who.call(nameSignedFile, { agreement, fileId })).status).toBe(403)
})
