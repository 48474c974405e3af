import { afterAll, expect, test } from "vitest"
import { deactivateMember } from "#contract/people"
import { newId } from "#platform/ids"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { memberWith, recordPartnership, runJob, runQueued } from "#test/promises"
import { plain, startSmtp } from "#test/smtp"
import { listNotifications, readAllNotifications, setNotificationPreference } from "./contract.ts"

const clock = movableClock("2026-03-27T05:00:00.000Z")
const { moveTo } = clock
const smtp = await startSmtp()
afterAll(() => smtp.stop())
const environment = { SMTP_URL: smtp.url, PUBLIC_URL: "https://keelson.example.com" }
const keelson = await startTestKeelson({ clock, environment })
const workspace = await keelson.workspace("Nordwind")
const { workspaceId } = workspace.system
const manager = await workspace.as("partner_manager")
const me = await memberWith(keelson, workspace, "partner_manager")
const { id: partnershipId } = await recordPartnership(manager, "Contoso", me.id)
const texts = () =>
  smtp
    .mails()
    .filter(({ to }) => to.includes(me.email))
    .map(({ raw }) => raw.replaceAll("=\r\n", "").replaceAll("=3D", "="))

/** So many pieces of news of one kind, as `notifications.tell` writes them. */
const tell = async (kind: "commitment_due" | "commitment_missed", count: number, day: string) =>
  keelson.platform.transact(workspace.system, ({ db, now }) =>
    db
      .insertInto("notification")
      .values(
        Array.from({ length: count }, () => ({
          ...{ workspaceId, id: newId(), userId: me.userId, kind, partnershipId, dedupeKey: newId(), createdAt: now },
          payload: JSON.stringify({ title: `figures of ${day}`, owedBy: "host", dueOn: day, lapsesOn: day }),
        })),
      )
      .execute(),
  )
const mailAtOnce = () =>
  runJob("notifications.mail-person", keelson, { workspaceId, userId: me.userId, isDigest: false })
/** What the worker does within one hour. */
const anHour = async (moment: string) => {
  moveTo(moment)
  await runJob("notifications.digest", keelson)
  await runQueued("notifications.mail-person", keelson)
}

test("what is wanted at once waits behind nothing that waits for the daily mail", async () => {
  await manager.call(setNotificationPreference, { kind: "commitment_missed", inApp: true, mail: "instant" })
  await tell("commitment_due", 5_100, "2026-03-27")
  moveTo("2026-03-27T05:01:00.000Z")
  await tell("commitment_missed", 1, "2026-03-27")
  await mailAtOnce()
  expect(texts()).toHaveLength(1)
  expect(texts()[0]).toContain("at once because")
})

test("a mail that cannot name everything says how much more there is, and does not come again with the rest", async () => {
  await keelson.platform.transact(workspace.system, ({ db }) =>
    db.deleteFrom("notification").where("workspaceId", "=", workspaceId).where("mailedAt", "is", null).execute(),
  )
  await tell("commitment_due", 250, "2026-03-27")
  await anHour("2026-03-27T08:15:00.000Z")
  expect(texts()).toHaveLength(2)
  expect(texts()[1]).toContain("Subject: 250 things in Nordwind")
  expect(texts()[1]).toContain("and 50 more")
  await anHour("2026-03-28T08:15:00.000Z")
  expect(texts()).toHaveLength(2)
})

test("what was read meanwhile is not mailed any more", async () => {
  await tell("commitment_due", 3, "2026-03-28")
  moveTo("2026-03-28T20:00:00.000Z")
  expect((await manager.call(listNotifications, { show: "unread" })).body.unread).toBeGreaterThan(0)
  await manager.call(readAllNotifications, {})
  await tell("commitment_missed", 1, "2026-03-28")
  await manager.call(setNotificationPreference, { kind: "commitment_missed", inApp: false, mail: "daily" })
  moveTo("2026-03-28T21:00:00.000Z")
  await anHour("2026-03-29T05:15:00.000Z")
  expect(texts()).toHaveLength(3)
  expect(texts()[2]).not.toContain("things in Nordwind")
})

test("on the days on which clocks change one daily mail comes, at seven where the workspace is", async () => {
  for (const [day, first] of [
    ["2026-03-29", "05:15"],
    ["2026-10-25", "06:15"],
  ] as const) {
    const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:15`)
    const sentAt: string[] = []
    moveTo(`${day}T00:00:00.000Z`)
    for (const hour of hours) {
      const before = texts().length
      if (hour === "04:15" || hour === "12:15") await tell("commitment_due", 1, day)
      await anHour(`${day}T${hour}:00.000Z`)
      if (texts().length > before) sentAt.push(hour)
    }
    // The first of these days has had its mail in the test before.
    expect(sentAt).toEqual(day === "2026-03-29" ? [] : [first])
  }
})

test("a mail is written in the language of its reader's account", async () => {
  const speak = (language: string) =>
    runAsOwner(keelson.ownerUrl, `update identity."user" set "locale" = '${language}' where "id" = '${me.userId}'`)
  await speak("de")
  await tell("commitment_due", 2, "2026-10-26")
  await anHour("2026-10-26T09:15:00.000Z")
  await speak("en")
  const text = plain(
    smtp
      .mails()
      .filter(({ to }) => to.includes(me.email))
      .at(-1)?.raw ?? "",
  )
  expect(text).toContain("Subject: 3 Dinge in Nordwind, die Sie ansehen sollten")
  expect(text).toContain("- Fällig am 26. Okt. 2026: wir haben Contoso „figures of 2026-10-26“ zugesagt")
  expect(text).toContain("weil Sie eine Partnerschaft betreuen, in der wir etwas zugesagt haben, das fällig ist.")
})

test("somebody who has left gets no mail any more", async () => {
  const before = texts().length
  await tell("commitment_due", 1, "2026-10-26")
  const owner = await workspace.as("owner")
  expect((await owner.call(deactivateMember, { member: me.id } as never)).status).toBe(200)
  await anHour("2026-10-27T09:15:00.000Z")
  expect(texts()).toHaveLength(before)
})
