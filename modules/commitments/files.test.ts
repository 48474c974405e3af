import { expect, test } from "vitest"
import { getFile, removeFile } from "#contract/files"
import type { Id } from "#core/ids"
import { pdf } from "#test/bytes"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import { openUploads } from "#test/files"
import { startTestKeelson } from "#test/keelson"
import { enter, monthly, recordPartnership } from "#test/promises"
import { getOccurrence, listCommitments, reportOccurrence, undoPromise } from "./contract.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso")
const partner = await workspace.asPartner(organizationId)
const { send, bytesOf } = openUploads(keelson, workspace, partnership, manager)

const promised = async (of: Id, owedBy: "host" | "partner", more = {}) => {
  await enter(manager, of, [monthly(owedBy, { title: crypto.randomUUID(), evidenceNeeded: "file", ...more })])
  const { body } = await manager.call(listCommitments, { partnership: of })
  const newest = body.commitments.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0]
  const occurrence = body.occurrences.find(({ commitmentId }) => commitmentId === newest?.id)
  if (!occurrence) throw new Error("no occurrence was made")
  return occurrence.id
}
const uploaded = async (who: typeof manager, occurrence: Id, name = "figures.pdf", more = {}) =>
  (await send(who, name, pdf(crypto.randomUUID()), { kind: "occurrence", subject: occurrence, ...more })).body.id
const report = (who: typeof manager, occurrence: Id, fileId: Id) =>
  who.call(reportOccurrence, { occurrence, evidence: [{ kind: "file", fileId, note: "as agreed" }] })

test("a promise that needs a file is kept with one, which the other side reads and nobody removes any more", async () => {
  const occurrence = await promised(partnership, "partner")
  const note = await partner.call(reportOccurrence, { occurrence, evidence: [{ kind: "note", note: "sent by mail" }] })
  expect(note).toMatchObject({ status: 422, body: { code: "evidence-needed" } })
  const file = await uploaded(partner, occurrence)
  const { status, body } = await report(partner, occurrence, file)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    state: "kept",
    evidence: [{ kind: "file", file: { id: file, name: "figures.pdf" }, note: "as agreed", givenBySide: "partner" }],
  })
  expect((await bytesOf(manager, file)).status).toBe(200)
  expect((await manager.call(getFile, { file })).body.heldAs).toBe("evidence")
  const owner = await workspace.as("owner")
  for (const who of [partner, owner])
    expect(await who.call(removeFile, { file })).toMatchObject({ status: 409, body: { code: "kept-as-record" } })
})

test("taking the report back lets go of the file: it can be removed, and given as evidence again", async () => {
  const occurrence = await promised(partnership, "host")
  const file = await uploaded(manager, occurrence)
  await report(manager, occurrence, file)
  expect((await manager.call(undoPromise, { occurrence })).status).toBe(200)
  expect((await manager.call(getOccurrence, { occurrence })).body.evidence).toEqual([])
  expect((await report(manager, occurrence, file)).status).toBe(200)
  expect((await manager.call(undoPromise, { occurrence })).status).toBe(200)
  expect((await manager.call(removeFile, { file })).status).toBe(200)
})

test("only a file of this very due day that both sides see is evidence for it", async () => {
  const occurrence = await promised(partnership, "host")
  const other = await promised(partnership, "host")
  const removed = await uploaded(manager, occurrence)
  await manager.call(removeFile, { file: removed })
  const wrong = [
    await uploaded(manager, other),
    await uploaded(manager, occurrence, "ours.pdf", { private: true }),
    await uploaded(partner, occurrence, "theirs.pdf", { private: true }),
    removed,
    occurrence,
  ]
  for (const file of wrong)
    expect(await report(manager, occurrence, file)).toMatchObject({ status: 422, body: { code: "no-such-file" } })
  expect((await manager.call(getOccurrence, { occurrence })).body.state).toBe("upcoming")
  expect((await report(manager, occurrence, await uploaded(manager, occurrence))).status).toBe(200)
})

test("in a consortium the evidence of one company is read by every party, and a file it keeps to itself is none", async () => {
  const grid = await recordConsortium(workspace)
  const occurrence = await promised(grid.partnership, "partner", { party: grid.companies[1] })
  const own = await uploaded(grid.second, occurrence, "own.pdf", { private: true })
  expect((await report(grid.second, occurrence, own)).status).toBe(422)
  const file = await uploaded(grid.second, occurrence, "shared.pdf")
  expect((await report(grid.second, occurrence, file)).body.evidence).toMatchObject([{ file: { name: "shared.pdf" } }])
  for (const who of [grid.first, grid.host]) expect((await bytesOf(who, file)).status).toBe(200)
})
