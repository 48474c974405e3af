import { afterAll, expect, test } from "vitest"
import { nameDeputy, type RuleStep, setApprovalRule } from "#contract/approvals"
import { listNotifications, setNotificationPreference } from "#contract/notifications"
import { approvalWorkspace, must, termination } from "#test/approvals"
import { movableClock } from "#test/clock"
import type { Caller } from "#test/keelson"
import { startTestKeelson } from "#test/keelson"
import { memberWith, runJob, runQueued } from "#test/promises"
import { plain, startSmtp } from "#test/smtp"

// The Thursday before Easter: Friday and Monday are holidays in Berlin.
const asked = "2027-03-25T09:00:00.000Z"
const clock = movableClock(asked)
const smtp = await startSmtp()
afterAll(() => smtp.stop())
const keelson = await startTestKeelson({
  clock,
  environment: { SMTP_URL: smtp.url, PUBLIC_URL: "https://keelson.example.com" },
})
const found = approvalWorkspace(keelson)

/** One termination that waits, and its people. */
const waitingFor = async (steps: readonly RuleStep[]) => {
  clock.moveTo(asked)
  const given = await found(steps)
  const { id } = await given.agreement()
  await given.terminate(given.manager, id)
  const as = (role: Parameters<typeof given.workspace.as>[0]) => given.workspace.as(role)
  return { ...given, finance: await as("finance"), head: await as("executive"), contributor: await as("contributor") }
}
const lookAt = async (moment: string) => {
  clock.moveTo(moment)
  for (const _ of [1, 2]) await runJob("approvals.remind", keelson)
  await runQueued("notifications.tell", keelson)
}
const told = async (caller: Caller) =>
  (await caller.call(listNotifications, {})).body.items
    .filter(({ kind }) => kind === "approval_reminded" || kind === "approval_escalated")
    .map(({ kind, payload }) => `${kind} ${payload.since} ${payload.people ?? ""}`.trim())

test("who lets an approval wait is reminded after two workdays, and owners and admins are told after five, each once for each step", async () => {
  const { finance, head, owner, manager, waiting, answer } = await waitingFor([
    { name: "Money", role: "finance" },
    { name: "Head", role: "executive" },
  ])
  await lookAt("2027-03-30T12:00:00.000Z")
  expect(await told(finance)).toEqual([])
  await lookAt("2027-03-31T07:00:00.000Z")
  expect(await told(finance)).toEqual(["approval_reminded 2027-03-25"])
  expect([await told(head), await told(owner), await told(manager)]).toEqual([[], [], []])
  await lookAt("2027-04-02T12:00:00.000Z")
  expect(await told(owner)).toEqual([])
  await lookAt("2027-04-05T07:00:00.000Z")
  expect(await told(owner)).toEqual(["approval_escalated 2027-03-25 finance of Nordwind"])
  expect([await told(finance), await told(manager)]).toEqual([["approval_reminded 2027-03-25"], []])
  await lookAt("2027-04-20T07:00:00.000Z")
  expect(await told(owner)).toHaveLength(1)
  // The next step begins its own time.
  await answer(finance, must(await waiting(finance)))
  await lookAt("2027-04-21T07:00:00.000Z")
  expect(await told(head)).toEqual([])
  await lookAt("2027-04-22T07:00:00.000Z")
  expect(await told(head)).toEqual(["approval_reminded 2027-04-20"])
})

test("a deputy is reminded in their stead too, who answered is not, and nothing is told of what has ended", async () => {
  const { finance, head, contributor, owner, idOf, waiting, answer } = await waitingFor([
    { name: "Both", role: "executive", needs: "all" },
  ])
  await head.call(nameDeputy, { deputyId: await idOf("contributor"), fromOn: "2027-03-25", toOn: "2027-04-30" })
  await lookAt("2027-03-31T07:00:00.000Z")
  const reminder = ["approval_reminded 2027-03-25"]
  expect([await told(contributor), await told(head), await told(finance)]).toEqual([reminder, reminder, []])
  await answer(contributor, must(await waiting(contributor)), "reject", "Not in spring")
  await lookAt("2027-04-05T07:00:00.000Z")
  expect(await told(owner)).toEqual([])
})

test("whoever has answered is not reminded, and an owner who asked is not told that it is stuck", async () => {
  const { workspace, owner, finance, head, agreement, terminate, waiting, answer, manager, idOf } = await waitingFor([])
  const userIds = [await idOf("finance"), await idOf("executive")]
  await owner.call(
    setApprovalRule,
    { approvable: termination, steps: [{ name: "Both", userIds, needs: "all" }] },
    { ifMatch: 1 },
  )
  await terminate(owner, (await agreement()).id)
  await answer(finance, must(await waiting(finance)))
  await lookAt("2027-03-31T07:00:00.000Z")
  expect([await told(finance), await told(head)]).toEqual([[], ["approval_reminded 2027-03-25"]])
  await lookAt("2027-04-05T07:00:00.000Z")
  const admin = await workspace.as("admin")
  expect([await told(owner), await told(manager)]).toEqual([[], []])
  expect(await told(admin)).toEqual(["approval_escalated 2027-03-25 executive of Nordwind"])
})

test("a reminder that waits for the morning's mail is not sent when it was answered meanwhile; each chooses how they hear of it", async () => {
  const { workspace, finance, waiting, answer } = await waitingFor([{ name: "Money", role: "finance" }])
  const other = await waitingFor([{ name: "Money", role: "finance" }])
  const mails = async (given: typeof other) => {
    const { email } = await memberWith(keelson, given.workspace, "finance")
    return smtp.mails().flatMap(({ to, raw }) => (to.includes(email) ? [plain(raw)] : []))
  }
  for (const caller of [finance, other.finance]) {
    await caller.call(setNotificationPreference, { kind: "approval_wanted", inApp: true, mail: "none" })
    await caller.call(setNotificationPreference, { kind: "approval_reminded", inApp: true, mail: "daily" })
  }
  await lookAt("2027-03-31T07:00:00.000Z")
  await answer(finance, must(await waiting(finance)))
  await runJob("notifications.digest", keelson)
  await runQueued("notifications.mail-person", keelson)
  expect((await mails(other)).join()).toContain("Still waiting for your approval since 25 Mar 2027")
  expect((await mails({ ...other, workspace })).join()).not.toContain("waiting for your approval")
})
