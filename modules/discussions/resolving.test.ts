import { expect, test } from "vitest"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import type { Caller } from "#test/keelson"
import { startTestKeelson } from "#test/keelson"
import * as contract from "./contract.ts"

const clock = movableClock("2026-03-01T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })

const open = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const grid = await recordConsortium(workspace, name)
  const about = { subjectKind: "partnership", subjectId: grid.partnership }
  const write = async (by: Caller, body: string, more: object = {}) =>
    (await by.call(contract.writeComment, { ...about, body, ...more })).body
  const resolve = (by: Caller, position: number, more: object = {}) =>
    by.call(contract.resolveThread, { ...about, position, ...more })
  const list = async (by: Caller, state: "open" | "resolved" | "all" = "all") => {
    const { body } = await by.call(contract.listThreads, { partnership: grid.partnership, state })
    return { counts: body.counts, visibilities: body.items.map(({ visibility }) => visibility) }
  }
  return { workspace, ...grid, about, write, resolve, list, viewer: await workspace.as("viewer") }
}

test("settled says who and when to all who read it; the lists and counts follow; the next comment opens it again", async () => {
  const { about, write, resolve, list, host, first, second, viewer } = await open("Settled")
  await write(host, "Who comes?")
  await write(first, "I do.")
  await write(first, "among ours", { audience: "own" })
  expect((await resolve(first, 2)).body).toMatchObject({ resolvedBy: "partner_admin of a partner" })
  const read = async (by: Caller) => (await by.call(contract.listComments, about)).body
  for (const each of [host, second])
    expect(await read(each)).toMatchObject({ resolvedAt: "2026-03-01T09:00:00.000Z", comments: 2 })
  expect(await list(host, "open")).toEqual({ counts: { open: 0, resolved: 1 }, visibilities: [] })
  expect(await list(host, "resolved")).toMatchObject({ visibilities: ["shared"] })
  // A thread of one party counts for that party alone.
  expect(await list(first)).toEqual({ counts: { open: 1, resolved: 1 }, visibilities: ["partner", "shared"] })
  expect(await list(second)).toEqual({ counts: { open: 0, resolved: 1 }, visibilities: ["shared"] })
  expect((await resolve(viewer, 2)).body).toMatchObject({ code: "role-may-not" })
  await write(second, "So do I.")
  expect(await read(host)).toMatchObject({ resolvedAt: null, resolvedBy: null, comments: 3 })
  expect(await list(second)).toMatchObject({ counts: { open: 1, resolved: 0 } })
})

test("nothing is settled unread, and what is one party's own is settled by nobody else", async () => {
  const { about, write, resolve, list, host, first, second } = await open("Unread")
  expect((await resolve(host, 0)).body).toMatchObject({ code: "nothing-to-resolve" })
  await write(host, "one")
  await write(first, "two")
  expect((await resolve(host, 1)).body).toMatchObject({ code: "said-meanwhile" })
  await write(first, "ours", { audience: "own" })
  expect((await resolve(second, 1, { audience: "own" })).body).toMatchObject({ code: "nothing-to-resolve" })
  expect(await list(first)).toMatchObject({ counts: { open: 2, resolved: 0 } })
  const both = await Promise.all([resolve(host, 2), resolve(first, 2)])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(both[0]?.body.resolvedBy).toBe(both[1]?.body.resolvedBy)
  expect((await second.call(contract.reopenThread, about)).body).toEqual({ resolvedAt: null, resolvedBy: null })
  expect(await list(host)).toMatchObject({ counts: { open: 1, resolved: 0 } })
})

test("an edit or a removal opens nothing: nothing new was said", async () => {
  const { write, resolve, list, host } = await open("Quiet")
  const kept = await write(host, "one")
  const gone = await write(host, "two")
  await resolve(host, 2)
  await host.call(contract.editComment, { comment: kept.id, body: "One." }, { ifMatch: 1 })
  await host.call(contract.removeComment, { comment: gone.id })
  expect(await list(host)).toMatchObject({ counts: { open: 0, resolved: 1 } })
})
