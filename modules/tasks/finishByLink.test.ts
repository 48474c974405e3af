import { afterAll, expect, test } from "vitest"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { linkPages, mailbox } from "#test/link-pages"
import { memberWith, recordPartnership as record, runJob, runQueued } from "#test/promises"
import { runEverything } from "#test/queue"
import { plain, startSmtp } from "#test/smtp"
import { addTask, tasksOn } from "#test/tasks"
import { finishTask, giveTask, listTaskOwners, reopenTask, skipTask } from "./contract.ts"

/* A mailed link to report a task done: what opening does (nothing), what a press does, and what becomes of it meanwhile. */
const smtp = await startSmtp()
afterAll(smtp.stop)
const clock = movableClock("2027-06-01T07:00:00.000Z")
const keelson = await startTestKeelson({ clock, environment: { SMTP_URL: smtp.url } })
const workspace = await keelson.workspace("Nordlicht")
const eva = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await record(
  eva,
  "Cascade",
  (await memberWith(keelson, workspace, "partner_manager")).id,
)
const aya = await workspace.asPartner(organizationId, "seller")
const bo = await workspace.asPartner(organizationId, "seller")
const owners = async (caller: typeof aya) =>
  (await caller.call(listTaskOwners, { partnership, side: "partner" })).body.items.find(({ isSelf }) => isSelf)
const [ayaId, boId] = [(await owners(aya))?.userId ?? "", (await owners(bo))?.userId ?? ""]
const emailOf = (userId: string) =>
  keelson.platform.transact(workspace.system, async ({ db }) => {
    const row = await db
      .selectFrom("partnerUser")
      .select("email")
      .where("userId", "=", userId)
      .executeTakeFirstOrThrow()
    return row.email
  })
const box = mailbox(smtp, await emailOf(ayaId))
const { open, pageOf, press } = linkPages(keelson)
const find = async (title: string) => (await tasksOn(eva, partnership)).byTitle.get(title)
const give = async (title: string, ownerId = ayaId) => {
  const task = await find(title)
  const answer = await eva.call(giveTask, { task: task?.id ?? "", ownerId }, { ifMatch: task?.version ?? 0 })
  expect(answer.status).toBe(200)
  await runEverything(keelson)
}
/** A task of Cascade's, given to Aya: the path of the link in her mail. */
const given = async (title: string, more = {}) => {
  const { id } = await addTask(eva, partnership, "partner", title, more)
  const before = box.mails().length
  await give(title)
  expect(box.mails().length - before).toBe(1)
  return { id, path: box.link() }
}

test("one mail; opened as often as anybody likes nothing happens; pressed twice it is done once, in her name", async () => {
  const { id, path } = await given("Name a contact")
  for (const method of ["GET", "HEAD", "GET"]) expect((await open(path, { method })).status).toBe(200)
  const page = await pageOf(path)
  expect(page).not.toMatch(/<script/i)
  expect(page).toContain("Is “Name a contact” done?")
  expect(await find("Name a contact")).toMatchObject({ state: "open" })
  await Promise.all([press(path, "done"), press(path, "done")])
  expect(await pageOf(path)).toContain("Reported as done by you, 1 Jun 2027")
  await press(path, "done")
  expect(await find("Name a contact")).toMatchObject({ state: "done", closedOn: "2027-06-01", note: null })
  const events = await keelson.platform.transact(workspace.system, ({ db }) =>
    db
      .selectFrom("event")
      .select(["actorId", "source"])
      .where("subjectId", "=", id)
      .where("kind", "=", "task.done")
      .execute(),
  )
  expect(events).toEqual([{ actorId: ayaId, source: "link" }])
})

test("what asks for evidence is done only with words, which stand as its note", async () => {
  const { id, path } = await given("Send the figures")
  await keelson.platform.transact(workspace.system, ({ db }) =>
    db.updateTable("task").set({ needsEvidence: true }).where("id", "=", id).execute(),
  )
  expect(await pageOf(path)).not.toContain('value="done"')
  await press(path, "done")
  await press(path, "done_with_note", "")
  expect(await find("Send the figures")).toMatchObject({ state: "open" })
  await press(path, "done_with_note", "Sent to <Eva>")
  expect(await find("Send the figures")).toMatchObject({ state: "done", note: "Sent to <Eva>" })
})

test("what waits is refused with the name of what it waits for, and the same link is good afterwards", async () => {
  const first = await addTask(eva, partnership, "host", "Open the sandbox")
  const { path } = await given("Try the sandbox", { waitsFor: [first.id] })
  await press(path, "done")
  expect(await pageOf(path)).toContain("It waits for: Open the sandbox.")
  expect(await find("Try the sandbox")).toMatchObject({ state: "open" })
  await eva.call(finishTask, { task: first.id })
  await press(path, "done")
  expect(await find("Try the sandbox")).toMatchObject({ state: "done" })
})

test("settled elsewhere, left out, handed on: the page says what, by whom and when, and a press does nothing", async () => {
  const done = await given("Elsewhere")
  await bo.call(finishTask, { task: done.id })
  await press(done.path, "done")
  expect(await pageOf(done.path)).toMatch(/Done: reported by .+, 1 Jun 2027/)

  const out = await given("Left out", { isOptional: true })
  await eva.call(skipTask, { task: out.id, reason: "Has its own" })
  expect(await pageOf(out.path)).toMatch(/Left out by .+, 1 Jun 2027.*: Has its own/)

  const handed = await given("Handed on")
  await give("Handed on", boId)
  await press(handed.path, "done")
  expect(await pageOf(handed.path)).toContain("This task is not yours any more: it belongs to")
  expect(await find("Handed on")).toMatchObject({ state: "open" })
})

test("opened again before the link was pressed it can be pressed", async () => {
  const { id, path } = await given("Again")
  await aya.call(finishTask, { task: id })
  await eva.call(reopenTask, { task: id })
  await press(path, "done")
  expect(await find("Again")).toMatchObject({ state: "done" })
})

test("two lines of one mail about one task have one link, and it works", async () => {
  const first = await addTask(eva, partnership, "host", "Write the guide")
  const due = { due: { how: "by_hand" as const, dueOn: "2027-06-03" } }
  await given("Read the guide", { waitsFor: [first.id], ...due })
  await eva.call(finishTask, { task: first.id })
  await runQueued("notifications.tell", keelson)
  clock.moveTo("2027-06-02T06:00:00.000Z")
  await runJob("tasks.turn-day", keelson)
  await runQueued("notifications.tell", keelson)
  await runJob("notifications.digest", keelson)
  await runQueued("notifications.mail-person", keelson)
  const raw = plain(box.mails().at(-1)?.raw ?? "")
  const links = raw.match(/https?:\/\/\S+\/l\/[\w-]+/g) ?? []
  expect(links).toHaveLength(2)
  expect(new Set(links).size).toBe(1)
  await press(box.link(), "done")
  expect(await find("Read the guide")).toMatchObject({ state: "done" })
})
