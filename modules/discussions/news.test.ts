import { afterAll, expect, test } from "vitest"
import { listNotifications, moveNotifications, setNotificationPreference } from "#contract/notifications"
import { removeParty } from "#contract/partnerships"
import { deactivateMember } from "#contract/people"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import type { Caller, TestWorkspace } from "#test/keelson"
import { startTestKeelson } from "#test/keelson"
import { memberWith, runQueued } from "#test/promises"
import { plain, startSmtp } from "#test/smtp"
import { editComment, listMentionablePeople, removeComment, writeComment } from "./contract.ts"

const clock = movableClock("2026-03-02T09:00:00.000Z")
const smtp = await startSmtp()
afterAll(() => smtp.stop())
const environment = { SMTP_URL: smtp.url, PUBLIC_URL: "https://keelson.example.com" }
const keelson = await startTestKeelson({ clock, environment })

const open = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const grid = await recordConsortium(workspace, name)
  const about = { subjectKind: "partnership", subjectId: grid.partnership }
  const write = async (by: Caller, body: string, more: object = {}) =>
    (await by.call(writeComment, { ...about, body, ...more })).body
  const idOf = async (by: Caller, text: string, more: object = {}) =>
    (await by.call(listMentionablePeople, { ...about, text, ...more })).body.items[0]?.id ?? ""
  return { workspace, ...grid, about, write, idOf, colleague: await workspace.as("contributor") }
}
const tell = () => runQueued("notifications.tell", keelson)
const mail = () => runQueued("notifications.mail-person", keelson)
const told = async (by: Caller) => (await by.call(listNotifications, {})).body.items.map(({ kind }) => kind)
const emailOf = async ({ system }: TestWorkspace, organizationId: string): Promise<string> => {
  const user = await keelson.platform.transact(system, ({ db, actor }) =>
    db
      .selectFrom("partnerUser")
      .select("email")
      .where("workspaceId", "=", actor.workspaceId)
      .where("organizationId", "=", organizationId)
      .executeTakeFirstOrThrow(),
  )
  return user.email
}
const mailsTo = (email: string) => smtp.mails().filter(({ to }) => to.includes(email))

test("each hears once, by the strongest reason: mentioned, took part, looks after the partnership", async () => {
  const { write, idOf, host, first, second, colleague } = await open("Heard")
  await write(colleague, "begin")
  await tell()
  expect([await told(host), await told(colleague), await told(first)]).toEqual([["comment_in_partnership"], [], []])
  await write(first, "@contributor of Heard and @owner of Heard", {
    mentions: [await idOf(first, "contrib"), await idOf(first, "owner")],
  })
  await tell()
  expect(await told(host)).toEqual(["comment_mention", "comment_in_partnership"])
  expect(await told(colleague)).toEqual(["comment_mention"])
  await write(second, "go on")
  await tell()
  expect(await told(first)).toEqual(["comment_in_thread"])
  expect((await told(colleague))[0]).toBe("comment_in_thread")
  expect((await told(host))[0]).toBe("comment_in_partnership")
  expect(await told(second)).toEqual([])
})

test("what one party says among its own is told there and nowhere else", async () => {
  const { write, idOf, workspace, companies, host, first, second } = await open("Own")
  const peer = await workspace.asPartner(companies[0], "seller")
  await write(first, "@seller look", { audience: "own", mentions: [await idOf(first, "seller", { audience: "own" })] })
  await tell()
  expect(await told(peer)).toEqual(["comment_mention"])
  expect([await told(host), await told(second)]).toEqual([[], []])
  await mail()
  const sent = smtp.mails().filter(({ raw }) => plain(raw).includes("mentioned you in a comment: Own"))
  expect(sent).toHaveLength(1)
  expect(plain(sent[0]?.raw ?? "")).toContain("?thread=partnership:")
  expect(plain(sent[0]?.raw ?? "")).not.toContain("look")
})

test("whose access ends before they are told, or before the mail goes, is told nothing and gets no mail", async () => {
  const { write, idOf, workspace, host } = await open("Ending")
  const contributor = await memberWith(keelson, workspace, "contributor")
  const executive = await memberWith(keelson, workspace, "executive")
  const finance = await memberWith(keelson, workspace, "finance")
  const mentions = [await idOf(host, "contrib"), await idOf(host, "exec"), await idOf(host, "fin")]
  await write(host, "to three", { mentions })
  await host.call(deactivateMember, { member: contributor.id }, { ifMatch: 1 })
  await tell()
  await host.call(deactivateMember, { member: executive.id }, { ifMatch: 1 })
  await mail()
  await mail()
  expect(mailsTo(finance.email)).toHaveLength(1)
  expect([...mailsTo(contributor.email), ...mailsTo(executive.email)]).toEqual([])
})

test("a company that leaves between the word and the mail gets no mail of it", async () => {
  const { write, workspace, companies, host, first, second, partnership } = await open("Leaving")
  await write(first, "we are in")
  await write(second, "so are we")
  for (const each of [first, second])
    await each.call(setNotificationPreference, { kind: "comment_in_thread", inApp: true, mail: "instant" })
  await write(host, "good")
  await tell()
  expect([await told(first), await told(second)]).toEqual([
    ["comment_in_thread", "comment_in_thread"],
    ["comment_in_thread"],
  ])
  const [stays, leaves] = await Promise.all(companies.map((company) => emailOf(workspace, company)))
  await host.call(removeParty, { partnership, organization: companies[1] })
  await mail()
  expect(mailsTo(stays ?? "")).toHaveLength(1)
  expect(mailsTo(leaves ?? "")).toEqual([])
})

test("what was removed before the mail goes is not mailed, and a mention added later is", async () => {
  const { write, idOf, workspace, host } = await open("Taken back")
  const contributor = await memberWith(keelson, workspace, "contributor")
  const finance = await memberWith(keelson, workspace, "finance")
  const removed = await write(host, "a slip", { mentions: [await idOf(host, "contrib")] })
  await tell()
  await host.call(removeComment, { comment: removed.id })
  await mail()
  expect(mailsTo(contributor.email)).toEqual([])
  const kept = await write(host, "look")
  const mentions = [await idOf(host, "fin")]
  await host.call(editComment, { comment: kept.id, body: "look @finance", mentions }, { ifMatch: 1 })
  await host.call(editComment, { comment: kept.id, body: "look, @finance", mentions }, { ifMatch: 2 })
  await tell()
  await mail()
  expect(mailsTo(finance.email)).toHaveLength(1)
})

test("a mention that was taken back before the mail goes is not mailed; one that stays is", async () => {
  const { write, idOf, workspace, host } = await open("Not you")
  const contributor = await memberWith(keelson, workspace, "contributor")
  const finance = await memberWith(keelson, workspace, "finance")
  const ids = [await idOf(host, "contrib"), await idOf(host, "fin")]
  const { id } = await write(host, "you two", { mentions: ids })
  await tell()
  await host.call(editComment, { comment: id, body: "you", mentions: ids.slice(1) }, { ifMatch: 1 })
  await tell()
  await mail()
  expect([mailsTo(contributor.email), mailsTo(finance.email).length]).toEqual([[], 1])
})

test("news of what is gone leaves the list unread, and is told anew when it comes back; what was read stays", async () => {
  const { write, idOf, host, colleague } = await open("Gone")
  const ids = [await idOf(host, "contrib")]
  const takeBack = () => runQueued("notifications.take-back", keelson)
  const unread = async (by: Caller) => (await by.call(listNotifications, {})).body.unread
  const { id } = await write(host, "you", { mentions: ids })
  const { id: other } = await write(host, "you as well", { mentions: ids })
  await tell()
  expect([await told(colleague), await unread(colleague)]).toEqual([["comment_mention", "comment_mention"], 2])
  await host.call(editComment, { comment: id, body: "nobody", mentions: [] }, { ifMatch: 1 })
  await host.call(editComment, { comment: other, body: "you as well!", mentions: ids }, { ifMatch: 1 })
  await takeBack()
  expect([await told(colleague), await unread(colleague)]).toEqual([["comment_mention"], 1])
  await host.call(editComment, { comment: id, body: "you after all", mentions: ids }, { ifMatch: 2 })
  await tell()
  await takeBack()
  expect([await told(colleague), await unread(colleague)]).toEqual([["comment_mention", "comment_mention"], 2])
  const [newest] = (await colleague.call(listNotifications, {})).body.items
  await colleague.call(moveNotifications, { notifications: [newest?.id ?? ""], to: "read" })
  await host.call(removeComment, { comment: id })
  await host.call(removeComment, { comment: other })
  await takeBack()
  // The one that was read is still kept, and shown no more than the other.
  await mail()
  expect([await told(colleague), await unread(colleague)]).toEqual([[], 0])
})

test("each chooses how they hear of comments", async () => {
  const { write, idOf, host, colleague } = await open("Choice")
  await colleague.call(setNotificationPreference, { kind: "comment_mention", inApp: true, mail: "none" })
  await write(host, "quietly", { mentions: [await idOf(host, "contrib")] })
  await tell()
  expect(await told(colleague)).toEqual(["comment_mention"])
  expect(await mail()).toBe(0)
})
