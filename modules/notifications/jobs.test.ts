import { afterAll, expect, test } from "vitest"
import { newId } from "#platform/ids"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, memberWith, monthly, recordPartnership, runJob, runQueued } from "#test/promises"
import { startSmtp } from "#test/smtp"
import {
  getNotificationPreferences,
  listNotifications,
  moveNotifications,
  readAllNotifications,
  setNotificationPreference,
} from "./contract.ts"
import { wordsFor } from "./words.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const { moveTo } = clock
const smtp = await startSmtp()
afterAll(() => smtp.stop())
const environment = { SMTP_URL: smtp.url, PUBLIC_URL: "https://keelson.example.com" }
const keelson = await startTestKeelson({ clock, environment })
const workspace = await keelson.workspace("Nordwind")
const { workspaceId } = workspace.system
const manager = await workspace.as("partner_manager")
const owner = await memberWith(keelson, workspace, "partner_manager")
const { id: partnership } = await recordPartnership(manager, "Contoso\nBcc: all@example.com", owner.id)
const mailsTo = (email: string) => smtp.mails().filter(({ to }) => to.includes(email))

/** Turns the day and lets everything that follows from it happen, as the worker would. */
const turn = async (moment: string) => {
  moveTo(moment)
  await runJob("commitments.update-due-states", keelson)
  await runQueued("notifications.tell", keelson)
}
const mailPerson = (isDigest: boolean) =>
  runJob("notifications.mail-person", keelson, { workspaceId, userId: owner.userId, isDigest })

test("the owner hears once of our promises that are due, and of either side's that are missed", async () => {
  await enter(manager, partnership, [monthly("host", { windowDays: 0 }), monthly("partner", { windowDays: 0 })])
  await turn("2026-02-02T08:00:00.000Z")
  await turn("2026-02-02T08:00:00.000Z")
  const due = await manager.call(listNotifications, {})
  expect(due.body).toMatchObject({
    unread: 1,
    items: [{ kind: "commitment_due", payload: { owedBy: "host", dueOn: "2026-02-02" } }],
  })
  await turn("2026-02-03T08:00:00.000Z")
  await turn("2026-02-03T09:00:00.000Z")
  const missed = await manager.call(listNotifications, { show: "unread" })
  expect(missed.body.items.map(({ kind, payload }) => [kind, payload.owedBy]).sort()).toEqual([
    ["commitment_due", "host"],
    ["commitment_missed", "host"],
    ["commitment_missed", "partner"],
  ])
})

test("one mail a day at seven collects them, says why it came and how to stop it, and is not sent twice", async () => {
  await runJob("notifications.digest", keelson)
  await Promise.all([mailPerson(true), mailPerson(true)])
  await mailPerson(true)
  const mail = await smtp.waitFor(owner.email)
  expect(mailsTo(owner.email)).toHaveLength(1)
  const text = mail.raw.replaceAll("=\r\n", "").replaceAll("=3D", "=")
  expect(text).toContain("Subject: 3 things in Nordwind that need a look")
  expect(text).toContain("once a day because")
  expect(text).toContain("or stop it: https://keelson.example.com/w/")
  expect(text).not.toMatch(/^Bcc:/m)
})

test("what is wanted at once goes out at once; what is unwanted is neither listed as unread nor mailed", async () => {
  await manager.call(setNotificationPreference, { kind: "commitment_due", inApp: true, mail: "instant" })
  await manager.call(setNotificationPreference, { kind: "commitment_missed", inApp: false, mail: "none" })
  expect((await manager.call(getNotificationPreferences, {})).body.items).toContainEqual({
    kind: "commitment_missed",
    inApp: false,
    mail: "none",
  })
  await manager.call(readAllNotifications, {})
  await turn("2026-03-02T08:00:00.000Z")
  await mailPerson(false)
  expect(mailsTo(owner.email)).toHaveLength(2)
  await turn("2026-03-03T08:00:00.000Z")
  await mailPerson(false)
  expect(mailsTo(owner.email)).toHaveLength(2)
  const { body } = await manager.call(listNotifications, { show: "unread" })
  expect(body.items.map(({ kind }) => kind)).toEqual(["commitment_due"])
})

test("a drift case is told to the owner once, while it is open", async () => {
  const caseId = newId()
  await keelson.platform.transact(workspace.system, (tx) =>
    tx.db
      .insertInto("driftCase")
      .values({
        workspaceId,
        id: caseId,
        partnershipId: partnership,
        state: "open",
        onsetOn: "2026-01-12",
        onsetLow: "2026-01-05",
        onsetHigh: "2026-01-19",
        detectedOn: "2026-03-02",
        probability: 0.9,
        firstSide: "host",
        finding: "{}",
        openedAt: tx.now,
        updatedAt: tx.now,
      })
      .execute(),
  )
  const event = {
    workspaceId,
    eventId: newId(),
    kind: "drift.case_opened",
    recordedAt: clock.now(),
    subjectId: caseId,
    partnershipId: partnership,
  }
  for (const _ of [1, 2]) await runJob("notifications.tell", keelson, event)
  const { body } = await manager.call(listNotifications, { show: "unread" })
  expect(body.items.filter(({ kind }) => kind === "drift_case_opened")).toMatchObject([
    { payload: { caseId, onsetOn: "2026-01-12" } },
  ])
})

test("of a case that is too early to date no day of its onset is told, in the list or by mail", async () => {
  const caseId = newId()
  const { id: partnershipId } = await recordPartnership(manager, "Lately")
  await keelson.platform.transact(workspace.system, (tx) =>
    tx.db
      .insertInto("driftCase")
      .values({
        ...{ workspaceId, id: caseId, partnershipId, state: "open", detectedOn: "2026-03-02", probability: 0.9 },
        ...{ onsetOn: "2026-03-02", onsetLow: "2025-05-05", onsetHigh: "2026-03-02", firstSide: "host" },
        finding: JSON.stringify({ changedSince: "2025-05-05" }),
        openedAt: tx.now,
        updatedAt: tx.now,
      })
      .execute(),
  )
  const event = { workspaceId, eventId: newId(), kind: "drift.case_opened", recordedAt: clock.now() }
  await runJob("notifications.tell", keelson, { ...event, subjectId: caseId, partnershipId })
  const { body } = await manager.call(listNotifications, { show: "unread" })
  const told = body.items.find(({ payload }) => payload["caseId"] === caseId)
  if (told === undefined) throw new Error("nobody was told")
  expect(told.payload).toEqual(expect.objectContaining({ since: "2025-05-05", state: "undated" }))
  expect(told.payload).not.toHaveProperty("onsetOn")
  const inWords = (locale: string) =>
    wordsFor(keelson.platform.texts, locale, "UTC").of({ ...told, partnershipName: "Lately" }).sentence
  expect(inWords("en-GB")).toBe(
    "Something has changed at Lately, on 5 May 2025 at the earliest; it is too early to date",
  )
  expect(inWords("de-DE")).toMatch(/^Bei Lately hat sich etwas verändert, frühestens am 5\. Mai 2025; /)
})

test("read is read, one by one; nobody reads or marks what another was told", async () => {
  const { body } = await manager.call(listNotifications, { show: "unread" })
  const [one] = body.items
  if (!one) throw new Error("nothing to read")
  const viewer = await workspace.as("viewer")
  expect((await viewer.call(listNotifications, {})).body.items).toEqual([])
  expect((await viewer.call(moveNotifications, { notifications: [one.id], to: "read" })).status).toBe(404)
  await viewer.call(readAllNotifications, {})
  expect((await manager.call(listNotifications, {})).body.unread).toBe(body.unread)
  expect((await manager.call(moveNotifications, { notifications: [one.id], to: "read" })).body.unread).toBe(
    body.unread - 1,
  )
})
