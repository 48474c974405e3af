import { expect, test } from "vitest"
import { addFile, downloadFile, getFile, listFiles, listPartnershipFiles, removeFile } from "#contract/files"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import type { Caller } from "#test/keelson"
import { startTestKeelson } from "#test/keelson"
import { runJob } from "#test/promises"
import { codeOf } from "#test/tasks"
import * as contract from "./contract.ts"
import { mostFiles } from "./rules.ts"

const clock = movableClock("2026-03-01T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })

const open = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const grid = await recordConsortium(workspace, name)
  const about = { subjectKind: "partnership", subjectId: grid.partnership }
  const attach = async (by: Caller, file: string) =>
    (await by.call(addFile, { ...about, isUnsent: "true" }, { file: { name: file, content: `in ${file}` } })).body.id
  const write = (by: Caller, files: string[], more: object = {}) =>
    by.call(contract.writeComment, { ...about, body: "with files", files, ...more })
  const namesOn = async (by: Caller, more: object = {}) =>
    (await by.call(contract.listComments, { ...about, ...more })).body.items.flatMap(({ files }) =>
      files.map((file) => file.name),
    )
  const inPartnership = async (by: Caller) =>
    (await by.call(listPartnershipFiles, { partnership: grid.partnership })).body.items.map((file) => file.name)
  const sees = async (by: Caller, file: string) => [
    (await by.call(getFile, { file })).status,
    (await by.call(downloadFile, { file })).status,
  ]
  return { workspace, ...grid, about, attach, write, namesOn, inPartnership, sees }
}
const ok = [200, 200]
const none = [404, 404]

test("until it is sent a file is its writer's alone; then it is seen by whoever reads the comment", async () => {
  const { about, attach, write, namesOn, inPartnership, sees, host, first, second, workspace, companies } =
    await open("Sent")
  const colleague = await workspace.asPartner(companies[0])
  const file = await attach(first, "offer.txt")
  expect(await sees(first, file)).toEqual(ok)
  for (const each of [colleague, host, second]) expect(await sees(each, file)).toEqual(none)
  expect([...(await inPartnership(first)), ...(await inPartnership(host))]).toEqual([])
  // Nobody sends or removes what another has attached.
  for (const each of [colleague, host]) {
    expect(codeOf(await write(each, [file]))).toEqual([422, "file-not-there"])
    expect((await each.call(removeFile, { file })).status).toBe(404)
  }
  expect((await write(first, [file])).body.files).toMatchObject([{ name: "offer.txt", visibility: "shared" }])
  for (const each of [first, colleague, host, second]) expect(await sees(each, file)).toEqual(ok)
  expect(await namesOn(second)).toEqual(["offer.txt"])
  expect(await inPartnership(host)).toEqual(["offer.txt"])
  expect(codeOf(await write(first, [file]))).toEqual([422, "file-not-there"])
  expect((await host.call(listFiles, about)).body.items).toEqual([])
})

test("what goes with a word among one's own never reaches another party", async () => {
  const { attach, write, namesOn, inPartnership, sees, host, first, second } = await open("Own")
  const theirs = await attach(first, "margin.txt")
  const ours = await attach(host, "ours.txt")
  expect((await write(first, [theirs], { audience: "own" })).body.files).toMatchObject([{ visibility: "partner" }])
  await write(host, [ours], { audience: "own" })
  expect([await sees(first, theirs), await sees(host, theirs), await sees(second, theirs)]).toEqual([ok, none, none])
  expect([await sees(host, ours), await sees(first, ours)]).toEqual([ok, none])
  expect([await namesOn(first, { audience: "own" }), await namesOn(host, { audience: "own" })]).toEqual([
    ["margin.txt"],
    ["ours.txt"],
  ])
  expect([await inPartnership(host), await inPartnership(second)]).toEqual([["ours.txt"], []])
})

test("with the comment its files are gone for everybody; only its author adds to it", async () => {
  const { attach, write, namesOn, sees, inPartnership, host, first } = await open("Stone")
  const file = await attach(first, "wrong.txt")
  const comment = (await write(first, [file])).body.id
  const add = (by: Caller) =>
    by.call(addFile, { subjectKind: "comment", subjectId: comment }, { file: { name: "more.txt", content: "more" } })
  expect(codeOf(await add(host))).toEqual([403, "not-yours-to-add-to"])
  expect((await add(first)).status).toBe(201)
  expect(await namesOn(host)).toEqual(["wrong.txt", "more.txt"])
  expect((await first.call(contract.removeComment, { comment })).body).toMatchObject({ body: null, files: [] })
  expect([await sees(first, file), await sees(host, file)]).toEqual([none, none])
  expect(await inPartnership(host)).toEqual([])
})

test("limits are said: so many with one comment; of another partnership none; what was never sent is taken away", async () => {
  const { attach, write, sees, host, first } = await open("Limits")
  const tooMany = Array.from({ length: mostFiles + 1 }, () => "0198c1a0-0000-7000-8000-000000000000")
  expect((await write(first, tooMany)).status).toBe(422)
  const elsewhere = await recordConsortium(await keelson.workspace("Limits too"), "Limits too")
  const file = await attach(host, "left.txt")
  const about = { subjectKind: "partnership", subjectId: elsewhere.partnership }
  expect((await host.call(contract.writeComment, { ...about, body: "x", files: [file] })).status).toBe(404)
  clock.moveTo("2026-03-14T09:00:00.000Z")
  await runJob("files.sweep", keelson)
  expect(await sees(host, file)).toEqual(ok)
  clock.moveTo("2026-03-16T09:00:00.000Z")
  await runJob("files.sweep", keelson)
  expect((await host.call(downloadFile, { file })).status).toBe(410)
  expect(codeOf(await write(host, [file]))).toEqual([422, "file-not-there"])
})
