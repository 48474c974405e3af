import { expect, test } from "vitest"
import { removeParty } from "#contract/partnerships"
import { search } from "#contract/portfolio"
import { recordConsortium } from "#test/consortium"
import type { Caller } from "#test/keelson"
import { startTestKeelson } from "#test/keelson"
import * as contract from "./contract.ts"

const keelson = await startTestKeelson()

const open = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const grid = await recordConsortium(workspace, name)
  const about = { subjectKind: "partnership", subjectId: grid.partnership }
  const write = async (by: Caller, body: string, more: object = {}) =>
    (await by.call(contract.writeComment, { ...about, body, ...more })).body
  const find = async (by: Caller, text: string) =>
    (await by.call(contract.findComments, { partnership: grid.partnership, text })).body.items.map(
      ({ excerpt }) => excerpt,
    )
  const inProduct = async (by: Caller, text: string) =>
    (await by.call(search, { text })).body.items.flatMap((hit) => (hit.kind === "comment" ? [hit] : []))
  return { ...grid, workspace, about, write, find, inProduct }
}

test("comments are found by their words, however they are spelled, and nothing is by what stands in no comment", async () => {
  const { write, find, inProduct, host, first, partnership } = await open("Words")
  await write(host, "Die Größe der Messe\nin Köln")
  await write(first, "新しい契約を来週送ります")
  await write(first, "ask @Zoe\u0308 Lund about 100%_ of it")
  const cases = [
    ["grosse", 1],
    ["KÖLN messe", 1],
    ["koln", 1],
    ["契約", 1],
    ["@zoë lund", 1],
    ["100%_", 1],
    ["100__", 0],
    ["%", 1],
    ["messe berlin", 0],
  ] as const
  for (const [text, count] of cases) expect([text, await find(first, text)].flat()).toHaveLength(count + 1)
  const [hit] = await inProduct(host, "messe")
  expect(hit).toMatchObject({
    ...{ name: "Die Größe der Messe in Köln", detail: "owner of Words · Words" },
    ...{ partnershipId: partnership, thread: `partnership:${partnership}` },
  })
})

test("what one party says among its own is found there and nowhere else", async () => {
  const { write, find, inProduct, host, first, second, workspace, partnership } = await open("Private")
  await write(host, "needle among the host's", { audience: "own" })
  await write(first, "needle among the first's", { audience: "own" })
  await write(second, "needle for all")
  expect(await find(host, "needle")).toEqual(["needle for all", "needle among the host's"])
  expect(await find(first, "needle")).toEqual(["needle for all", "needle among the first's"])
  expect(await find(second, "needle")).toEqual(["needle for all"])
  expect((await inProduct(host, "needle")).map(({ thread }) => thread)).toEqual([
    ...[`partnership:${partnership}`, `partnership:${partnership}:own`],
  ])
  const elsewhere = await (await keelson.workspace("Other")).as("owner")
  expect(await inProduct(elsewhere, "needle")).toEqual([])
  const stranger = await workspace.asPartner((await recordConsortium(workspace, "Apart")).companies[0])
  expect((await stranger.call(contract.findComments, { partnership, text: "needle" })).status).toBe(404)
})

test("what was removed is found no more, what was edited by its new words alone, and by nobody who has left", async () => {
  const { write, find, inProduct, host, second, companies, partnership } = await open("Gone")
  const removed = await write(host, "a slip of the tongue")
  const edited = await write(host, "the wrong amount")
  await host.call(contract.removeComment, { comment: removed.id })
  await host.call(contract.editComment, { comment: edited.id, body: "the right figure" }, { ifMatch: 1 })
  expect([...(await find(second, "slip")), ...(await inProduct(host, "slip"))]).toEqual([])
  expect([...(await find(second, "amount")), ...(await inProduct(host, "amount"))]).toEqual([])
  expect(await find(second, "figure")).toEqual(["the right figure"])
  expect((await host.call(removeParty, { partnership, organization: companies[1] })).status).toBe(200)
  const again = () => second.call(contract.findComments, { partnership, text: "figure" })
  await expect.poll(async () => (await again()).status).toBe(404)
})
