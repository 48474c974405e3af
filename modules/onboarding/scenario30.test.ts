import { afterAll, expect, test } from "vitest"
import { recordDeal } from "#contract/deals"
import { editTask, finishTask, giveTask, skipTask } from "#contract/tasks"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { linkPages, mailbox } from "#test/link-pages"
import { onboardingOf, recordPartner, startWith, workdays, writePlan } from "#test/onboarding"
import { memberWith, runQueued } from "#test/promises"
import { startSmtp } from "#test/smtp"
import { codeOf } from "#test/tasks"

/* Signed on Friday 18 December 2026. We work by the calendar of Germany, Cascade by that of the United States. */
const clock = movableClock("2026-12-18T09:00:00.000Z")
const smtp = await startSmtp()
afterAll(smtp.stop)
const keelson = await startTestKeelson({ clock, environment: { SMTP_URL: smtp.url } })
const { pageOf, press } = linkPages(keelson)
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const contributor = await workspace.as("contributor")

const kit = { opens: "resource" as const, name: "Co-branding kit", link: "https://kit.example/secret" }
const [host, partner] = ["host" as const, "partner" as const]
const plan = await writePlan(manager, "Onboarding", [
  { key: "t1", title: "T1", side: host, offset: workdays(3) },
  { key: "t2", title: "T2", side: partner, offset: workdays(5), after: "t1" },
  {
    ...{ key: "t3", title: "T3", side: host, offset: workdays(2), after: "t2" },
    ...{ grants: [{ opens: "deal_registration" }], needsEvidence: true },
  },
  { key: "t4", title: "T4", side: partner, offset: workdays(4), isOptional: true, grants: [kit] },
  { key: "t5", title: "T5", side: host, offset: workdays(1), after: "t4" },
])

/** What is news now is mailed. */
const mailed = async () => {
  for (const job of ["notifications.tell", "notifications.mail-person"]) await runQueued(job, keelson)
}

const days = async (partnership: string) =>
  Object.fromEntries((await onboardingOf(manager, partnership)).tasks.map(({ title, dueOn }) => [title, dueOn]))
const namesOf = (body: unknown) => (body as { detail?: { names?: unknown } }).detail?.names

test("scenario 30: offsets, dependencies, skipped tasks", async () => {
  const cascade = await recordPartner(keelson, workspace, manager, { name: "Cascade" })
  const other = await recordPartner(keelson, workspace, manager, { name: "Other" })
  const register = (who = cascade) => who.partner.call(recordDeal, { partnership: who.id, name: "A deal" })
  expect((await register()).status).toBe(201)
  expect(await startWith(manager, cascade.id, plan.id, "2026-12-18")).toMatchObject({
    ...{ state: "running", plannedEnd: "2027-01-05", forecastEnd: "2027-01-05", settled: 0, steps: 5 },
    ...{ registration: "closed", late: { host: 0, partner: 0 } },
  })
  expect(await days(cascade.id)).toMatchObject({ T1: "2026-12-23", T2: "2026-12-31", T3: "2027-01-05" })
  const idOf = async (title: string) => (await onboardingOf(manager, cascade.id)).byTitle.get(title)?.id ?? ""

  // Registering is closed to Cascade alone, and named is what opens it; the host writes down what it likes.
  const refused = await register()
  expect([...codeOf(refused), namesOf(refused.body)]).toEqual([409, "not-opened-yet", ["T3"]])
  expect((await register(other)).status).toBe(201)
  expect((await manager.call(recordDeal, { partnership: cascade.id, name: "Ours" })).status).toBe(201)

  // T5 waits for T4, whoever presses, by mail link and inside; the circle is refused, and named.
  const kim = await memberWith(keelson, workspace, "contributor")
  const t5 = (await onboardingOf(manager, cascade.id)).byTitle.get("T5")
  await manager.call(giveTask, { task: t5?.id ?? "", ownerId: kim.userId }, { ifMatch: t5?.version ?? 0 })
  await mailed()
  const link = mailbox(smtp, kim.email).link()
  await press(link, "done")
  expect(await pageOf(link)).toContain("It waits for: T4.")
  for (const caller of [manager, contributor]) {
    const early = await caller.call(finishTask, { task: await idOf("T5") })
    expect([...codeOf(early), namesOf(early.body)]).toEqual([409, "waits-for", ["T4"]])
  }
  const t4 = (await onboardingOf(manager, cascade.id)).byTitle.get("T4")
  const circle = await manager.call(
    editTask,
    { task: t4?.id ?? "", title: "T4", due: { how: "none" }, waitsFor: [await idOf("T5")] },
    { ifMatch: t4?.version ?? 0 },
  )
  expect([...codeOf(circle), namesOf(circle.body)]).toEqual([422, "goes-in-circles", "T4 → T5 → T4"])

  // T4 is left out with a reason: T5 is free, it counts in the progress, and what it would have opened stays closed.
  expect((await cascade.partner.call(skipTask, { task: await idOf("T4"), reason: "Has its own" })).status).toBe(200)
  const skipped = await onboardingOf(cascade.partner, cascade.id)
  expect(skipped).toMatchObject({ settled: 1, steps: 5, registration: "closed" })
  expect(skipped.byTitle.get("T4")?.grants).toEqual([{ opens: "resource", name: kit.name, link: null, isOpen: false }])
  await press(mailbox(smtp, kim.email).link(), "done")
  expect((await onboardingOf(manager, cascade.id)).byTitle.get("T5")).toMatchObject({ state: "done" })
  expect(codeOf(await register())).toEqual([409, "not-opened-yet"])

  // T1 two workdays late: held by the host, and nobody else is.
  clock.moveTo("2026-12-28T15:00:00.000Z")
  expect(await onboardingOf(manager, cascade.id)).toMatchObject({
    ...{ state: "stuck", late: { host: 2, partner: 0 }, forecastEnd: "2027-01-07" },
    hangsOn: { title: "T1", owedBy: "host", workdaysLate: 2, isOverdue: true, isHeldByNobody: false },
  })
  await manager.call(finishTask, { task: await idOf("T1") })
  expect(await days(cascade.id)).toMatchObject({ T1: "2026-12-23", T2: "2027-01-05", T3: "2027-01-07" })
  expect(await onboardingOf(cascade.partner, cascade.id)).toMatchObject({
    ...{ state: "running", late: { host: 2, partner: 0 }, plannedEnd: "2027-01-05", forecastEnd: "2027-01-07" },
    hangsOn: { title: "T2", owedBy: "partner", workdaysLate: 0 },
  })
  clock.moveTo("2027-01-05T17:00:00.000Z")
  await cascade.partner.call(finishTask, { task: await idOf("T2") })
  const { byTitle, late } = await onboardingOf(manager, cascade.id)
  expect(["T1", "T2", "T3"].map((title) => byTitle.get(title)?.workdaysLate)).toEqual([2, 0, 0])
  expect(late).toEqual({ host: 2, partner: 0 })

  // T3 is done only with what shows it; at once, and not before, Cascade registers.
  expect(codeOf(await manager.call(finishTask, { task: await idOf("T3") }))).toEqual([422, "task-evidence-needed"])
  expect(codeOf(await register())).toEqual([409, "not-opened-yet"])
  const done = await manager.call(finishTask, { task: await idOf("T3"), note: "Opened in the portal" })
  expect(done.body).toMatchObject({ state: "done", grants: [{ opens: "deal_registration", isOpen: true }] })
  expect((await register()).status).toBe(201)
  expect(await onboardingOf(manager, cascade.id)).toMatchObject({
    ...{ state: "finished", finishedOn: "2027-01-05", settled: 5, registration: "open", hangsOn: null },
  })
})

test("scenario 30: whose owner has left nobody holds, and it is nobody's delay", async () => {
  clock.moveTo("2027-02-01T09:00:00.000Z")
  const { id } = await recordPartner(keelson, workspace, manager, { name: "Leaving" })
  await startWith(manager, id, plan.id, "2027-02-01")
  const ownerId = (await onboardingOf(manager, id)).byTitle.get("T1")?.owner?.userId ?? ""
  clock.moveTo("2027-02-08T09:00:00.000Z")
  expect(await onboardingOf(manager, id)).toMatchObject({
    ...{ state: "stuck", late: { host: 2, partner: 1 }, hangsOn: { title: "T1", isHeldByNobody: false } },
  })
  await keelson.platform.transact(workspace.system, ({ db, now }) =>
    db.updateTable("member").set({ deactivatedAt: now }).where("userId", "=", ownerId).execute(),
  )
  const owner = await workspace.as("owner")
  const left = await onboardingOf(owner, id)
  expect(left).toMatchObject({
    ...{ state: "stuck", late: { host: 0, partner: 1 }, hangsOn: { title: "T1", isHeldByNobody: true } },
  })
})
