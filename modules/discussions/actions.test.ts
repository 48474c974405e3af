import { describe, expect, test } from "vitest"
import { removeParty } from "#contract/partnerships"
import { longestComment, mostPerMinute } from "#rules/discussions"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import type { Caller } from "#test/keelson"
import { startTestKeelson } from "#test/keelson"

import * as contract from "./contract.ts"

const clock = movableClock("2026-03-01T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })

/** A consortium with a thread on the partnership itself. */
const open = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const grid = await recordConsortium(workspace, name)
  const about = { subjectKind: "partnership", subjectId: grid.partnership }
  const write = async (by: Caller, body: string, more: object = {}) =>
    (await by.call(contract.writeComment, { ...about, body, ...more })).body
  const read = async (by: Caller, more: object = {}) =>
    (await by.call(contract.listComments, { ...about, ...more })).body
  return { workspace, ...grid, about, write, read, colleague: await workspace.as("contributor") }
}
const bodies = ({ items }: { items: readonly { body: string | null }[] }) => items.map(({ body }) => body)

describe("who reads what", () => {
  test("a shared thread is every party's; one kept to a party is nobody else's, in both directions", async () => {
    const { write, read, host, first, second, colleague } = await open("Grid")
    await write(host, "to all")
    await write(first, "all the same", { audience: "shared" })
    await write(host, "among ours", { audience: "own" })
    await write(first, "among the first's", { audience: "own" })
    for (const each of [host, first, second]) expect(bodies(await read(each))).toEqual(["all the same", "to all"])
    expect(bodies(await read(colleague, { audience: "own" }))).toEqual(["among ours"])
    expect(bodies(await read(first, { audience: "own" }))).toEqual(["among the first's"])
    expect(bodies(await read(second, { audience: "own" }))).toEqual([])
    expect(await read(first, { audience: "own" })).toMatchObject({
      visibility: "partner",
      audiences: ["shared", "own"],
      ownParty: "Grid One",
    })
  })

  test("a comment says whose it is by company where there are several", async () => {
    const { write, read, host, second } = await open("Names")
    await write(second, "hello")
    expect((await read(host)).items[0]).toMatchObject({
      authorName: "partner_admin of a partner",
      partyName: "Names Two",
      side: "partner",
      isOwn: false,
      abilities: { edit: "not-your-comment", remove: "not-your-comment" },
    })
  })

  test("nobody writes about what they may not see, nor shares what is one party's own", async () => {
    const { host, first, write, workspace } = await open("Closed")
    const elsewhere = await (await keelson.workspace("Elsewhere")).as("owner")
    const nothing = { subjectKind: "partnership", subjectId: "0198c1a0-0000-7000-8000-000000000000", body: "hello" }
    expect((await host.call(contract.writeComment, nothing)).status).toBe(404)
    expect((await host.call(contract.writeComment, { ...nothing, subjectKind: "moon" })).status).toBe(404)
    const drift = await keelson.platform.transact(workspace.system, async (tx) => {
      const { partnershipId } = await tx.db
        .selectFrom("partnership")
        .select("id as partnershipId")
        .executeTakeFirstOrThrow()
      const id = "0198c1a0-0000-7000-8000-000000000001"
      await tx.db
        .insertInto("driftCase")
        .values({
          ...{ workspaceId: workspace.system.workspaceId, id, partnershipId, state: "open", probability: 0.9 },
          ...{ onsetOn: tx.today, onsetLow: tx.today, onsetHigh: tx.today, detectedOn: tx.today, firstSide: "host" },
          ...{ openedAt: tx.now, updatedAt: tx.now },
          finding: "{}",
        })
        .execute()
      return { subjectKind: "drift_case", subjectId: id }
    })
    expect((await first.call(contract.listComments, { ...drift, audience: "own" })).status).toBe(404)
    expect((await elsewhere.call(contract.listComments, { ...drift, audience: "own" })).status).toBe(404)
    const shared = await host.call(contract.writeComment, { ...drift, body: "hello" })
    expect(shared).toMatchObject({ status: 422, body: { code: "kept-private" } })
    expect(await write(host, "ours", { ...drift, audience: "own" })).toMatchObject({ visibility: "host" })
  })
})

describe("mentions", () => {
  test("offered are those who may see the thread and whom one knows; others cannot be mentioned", async () => {
    const { about, host, first, second, colleague, write } = await open("Known")
    const offered = async (by: Caller, more: object = {}) =>
      (await by.call(contract.listMentionablePeople, { ...about, ...more })).body.items
    const names = async (by: Caller, more: object = {}) => (await offered(by, more)).map(({ name }) => name)
    expect(await offered(host)).toHaveLength(8)
    expect((await offered(host, { audience: "own" })).map(({ side }) => side)).not.toContain("partner")
    // Of the host a partner's people know who looks after the partnership, of another company nobody.
    expect(await names(first)).toEqual(["owner of Known"])
    expect(await names(first, { text: "zz" })).toEqual([])
    expect(await names(first, { audience: "own" })).toEqual([])
    const theirs = (await offered(host, { text: "partner_adm" })).map(({ id }) => id)
    expect(theirs).toHaveLength(2)
    const refused = await first.call(contract.writeComment, { ...about, body: "you there", mentions: theirs })
    // Who exists cannot be learnt by trying: somebody one does not know, and nobody at all, are refused alike.
    const invented = ["0198c1a0-0000-7000-8000-000000000000", "0198c1a0-0000-7000-8000-000000000001"]
    const alike = await first.call(contract.writeComment, { ...about, body: "you there", mentions: invented })
    expect(alike).toMatchObject({ status: 422, body: { code: "may-not-see-it" } })
    expect(refused).toMatchObject({ status: 422, body: { code: "may-not-see-it", detail: { field: "mentions" } } })
    // Whoever writes for all to read is known to all.
    await write(colleague, "among ours", { audience: "own" })
    expect(await names(first)).toEqual(["owner of Known"])
    await write(colleague, "here I am")
    await write(second, "and here am I")
    expect(await names(first)).toEqual(["contributor of Known", "owner of Known", "partner_admin of a partner"])
    const [known] = await offered(first)
    const mention = { body: "@contributor of Known hello", mentions: [known?.id ?? ""] }
    expect(await write(first, mention.body, mention)).toMatchObject({
      mentions: [{ id: known?.id, name: known?.name }],
    })
    const hidden = await first.call(contract.writeComment, { ...about, ...mention, audience: "own" })
    expect(hidden.body).toMatchObject({ code: "may-not-see-it" })
  })

  test("a company that has left is offered no more, and reads no more", async () => {
    const { about, host, second, companies, partnership, write } = await open("Leaving")
    await write(second, "hello")
    expect((await host.call(removeParty, { partnership, organization: companies[1] })).status).toBe(200)
    const { body } = await host.call(contract.listMentionablePeople, { ...about, text: "partner_adm" })
    expect(body.items).toHaveLength(1)
    // What somebody is, is remembered for some seconds after it was looked up.
    await expect.poll(async () => (await second.call(contract.listComments, about)).status).toBe(404)
  })
})

describe("writing", () => {
  test("texts that would do harm elsewhere come back as they were written", async () => {
    const { write, read, host, first } = await open("Harmful")
    const written = [
      "<script>alert(1)</script>",
      "{{constructor}}",
      "javascript:alert(1)",
      "\u202eevil\u202c",
      "a\u200bb",
      "שלום עולם",
      "line\n\nline",
    ]
    for (const body of written) await write(host, body)
    expect(bodies(await read(first)).toReversed()).toEqual(written)
  })

  test("ten thousand characters and no more; nothing to see is nothing said", async () => {
    const { about, write, host } = await open("Long")
    expect((await write(host, "ä".repeat(longestComment))).body).toHaveLength(longestComment)
    const tooLong = await host.call(contract.writeComment, { ...about, body: "ä".repeat(longestComment + 1) })
    expect(tooLong.body).toMatchObject({ errors: [{ field: "body", kind: "too-long", limit: longestComment }] })
    const unseen = await host.call(contract.writeComment, { ...about, body: "\u200b\u2060" })
    expect(unseen).toMatchObject({ status: 422, body: { code: "nothing-said" } })
  })

  test("those who write at once are both kept, one after the other, in an order that stays", async () => {
    const { write, read, host, first, second } = await open("Race")
    const writers = [host, first, second]
    await Promise.all(Array.from({ length: 12 }, (_, at) => write(writers[at % 3] as Caller, `at once ${at}`)))
    const { items, comments } = await read(host, { sort: "position" })
    expect(items.map(({ position }) => position)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1))
    expect(new Set(bodies({ items })).size).toBe(12)
    expect(comments).toBe(12)
    const page = await read(first, { limit: 5 })
    const rest = await read(first, { limit: 10, after: page.next })
    expect(bodies({ items: [...page.items, ...rest.items] })).toEqual(bodies({ items }).toReversed())
  })

  test("a press that is sent twice is one comment", async () => {
    const { about, read, host } = await open("Twice")
    const press = () => host.call(contract.writeComment, { ...about, body: "once" }, { idempotencyKey: "press-1" })
    const [a, b] = await Promise.all([press(), press()])
    expect(a.body.id).toBe(b.body.id)
    expect(bodies(await read(host))).toEqual(["once"])
  })

  test("a program that has run wild is stopped, and nobody else with it", async () => {
    const { about, write, host, first } = await open("Wild")
    for (let at = 0; at < mostPerMinute; at++) await write(host, `${at}`)
    expect(await host.call(contract.writeComment, { ...about, body: "more" })).toMatchObject({
      status: 429,
      body: { code: "too-fast" },
    })
    expect((await first.call(contract.writeComment, { ...about, body: "calm" })).status).toBe(201)
    moveTo("2026-03-01T09:01:01.000Z")
    expect((await host.call(contract.writeComment, { ...about, body: "later" })).status).toBe(201)
  })
})

describe("changing and removing", () => {
  test("one's own is changed by the version that was read, and marked", async () => {
    const { write, host, colleague } = await open("Edit")
    const { id: comment } = await write(host, "frist")
    const edit = (by: Caller, body: string, ifMatch: number) =>
      by.call(contract.editComment, { comment, body }, { ifMatch })
    expect((await edit(host, "first", 1)).body).toMatchObject({ body: "first", version: 2 })
    expect((await edit(host, "worst", 1)).body).toMatchObject({ code: "changed-meanwhile" })
    expect((await edit(colleague, "worst", 2)).body).toMatchObject({ code: "not-your-comment" })
    const [a, b] = await Promise.all([edit(host, "this", 2), edit(host, "that", 2)])
    expect([a.status, b.status].sort()).toEqual([200, 412])
  })

  test("what is removed leaves a stone with the name of who removed it, and no word of it", async () => {
    const { write, read, host, first, colleague, about } = await open("Stone")
    const { id: comment } = await write(colleague, "a secret slip", { mentions: [] })
    await write(first, "seen")
    expect((await first.call(contract.removeComment, { comment })).body).toMatchObject({ code: "not-your-comment" })
    expect((await host.call(contract.removeComment, { comment })).status).toBe(200)
    expect((await host.call(contract.removeComment, { comment })).body).toMatchObject({ code: "already-removed" })
    const { items, comments } = await read(first)
    expect(items[1]).toMatchObject({ body: null, removedBy: "owner of Stone", authorName: "contributor of Stone" })
    expect(comments).toBe(1)
    const { body } = await first.call(contract.listThreads, { partnership: about.subjectId })
    expect(body.items).toMatchObject([{ ...about, subjectName: "Stone", comments: 1, unread: 0 }])
  })

  test("the name stays as it was written when somebody has left", async () => {
    const { write, read, host, colleague, workspace } = await open("Gone")
    await write(colleague, "goodbye")
    await keelson.platform.transact(workspace.system, ({ db, now }) =>
      db
        .updateTable("member")
        .set({ deactivatedAt: now, name: "Somebody else" })
        .where("workspaceId", "=", workspace.system.workspaceId)
        .where("role", "=", "contributor")
        .execute(),
    )
    expect((await read(host)).items[0]).toMatchObject({ authorName: "contributor of Gone" })
  })
})

test("unread is what others wrote since one last read, each for themselves, and reading never goes back", async () => {
  const { about, write, read, host, first } = await open("Unread")
  const partnership = about.subjectId
  const unread = async (by: Caller) => (await by.call(contract.listThreads, { partnership })).body.items[0]?.unread
  const mark = (by: Caller, position: number) => by.call(contract.markThreadRead, { ...about, position })
  await write(host, "one")
  await write(host, "two")
  await write(first, "three")
  expect([await unread(host), await unread(first)]).toEqual([1, 2])
  expect((await mark(first, 2)).body).toEqual({ readUpTo: 2 })
  expect((await mark(first, 1)).body).toEqual({ readUpTo: 2 })
  expect((await mark(first, 900)).body).toEqual({ readUpTo: 3 })
  const { id: four } = await write(host, "four")
  expect([await unread(host), await unread(first)]).toEqual([1, 1])
  expect((await read(first)).readUpTo).toBe(3)
  // An edit is no second word, and what was removed is nothing to read.
  await host.call(contract.editComment, { comment: four, body: "four!", mentions: [] }, { ifMatch: 1 })
  expect(await unread(first)).toBe(1)
  await host.call(contract.removeComment, { comment: four })
  expect(await unread(first)).toBe(0)
})
