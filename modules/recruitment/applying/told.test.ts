import { afterAll, expect, test } from "vitest"
import { getHome } from "#contract/home"
import { listNotifications } from "#contract/notifications"
import { groupOf } from "#core/attention"
import { applicants, filled, openForm } from "#test/applying"
import { linkPages, mailbox } from "#test/link-pages"
import { runJob, runQueued } from "#test/promises"
import { runEverything } from "#test/queue"
import { openScene } from "#test/recruiting"
import { plain, startSmtp } from "#test/smtp"
import * as contract from "../contract.ts"

/* Who hears of an application: Ben looks after the form; Ada and the manager may decide, Ben and Eve may not. */
const smtp = await startSmtp()
afterAll(smtp.stop)
const { keelson, workspace, clock, manager, ada, ben, eve, benId, eveId, profile } = await openScene({
  SMTP_URL: smtp.url,
})
const { pageOf, keyIn, send } = applicants(keelson)
const bens = await openForm(manager, profile.id, { ownerId: benId })
const eves = await openForm(manager, profile.id, { ownerId: eveId })
type Reader = typeof manager

let people = 0
const apply = async (url: string, company: string, more: Record<string, string> = {}) => {
  const page = keyIn(await pageOf(url))
  clock.moveTo(new Date(Date.parse(clock.now()) + 3_700_000).toISOString())
  const email = `told${++people}@told${people}.example`
  expect((await send(url, { ...filled, company, email, page, ...more })).status).toBe(303)
  const items = (await manager.call(contract.listApplications, {})).body.items.filter(
    (each) => each.company === company,
  )
  return { email, id: items[0]?.id ?? "", candidateId: items[0]?.candidateId ?? "" }
}
const newsOf = async (reader: Reader) => {
  await runQueued("notifications.tell", keelson)
  await runQueued("notifications.take-back", keelson)
  const { items } = (await reader.call(listNotifications, {})).body
  return items.map(({ kind, payload }) => [kind, payload["company"]])
}
const heldOn = async (reader: Reader, whose: "mine" | "all" = "mine") =>
  groupOf((await reader.call(getHome, { whose })).body.groups, contract.applicationsHeld).items.map(
    ({ company, formTitle, ownerName }) => [company, formTitle, ownerName],
  )

test("whoever looks after the form hears of an application, nobody else, and no more once the candidate was taken up", async () => {
  const { candidateId } = await apply(bens.url, "Fresh")
  expect(await newsOf(ben)).toEqual([["application_received", "Fresh"]])
  for (const other of [ada, eve, manager]) expect(await newsOf(other)).toEqual([])
  await manager.call(contract.moveCandidate, { candidate: candidateId, to: "assessing" }, { ifMatch: 1 })
  expect(await newsOf(ben)).toEqual([])
})

test("one that is held back stands on Today and is news only once it was taken", async () => {
  const { id } = await apply(bens.url, "Odd", { kestrel: "x" })
  expect(await newsOf(ben)).toEqual([])
  expect(await heldOn(ben)).toEqual([["Odd", "Become a reseller", null]])
  expect(await heldOn(ada)).toEqual([])
  const [[, , owner] = []] = await heldOn(ada, "all")
  expect(owner).toEqual(expect.any(String))
  await manager.call(contract.acceptApplication, { application: id }, { ifMatch: 1 })
  expect(await heldOn(ben)).toEqual([])
  expect(await newsOf(ben)).toEqual([["application_received", "Odd"]])
})

test("what came by a form of somebody who has left waits for everybody who may decide on it", async () => {
  const { id } = await apply(eves.url, "Stray", { kestrel: "x" })
  for (const reader of [manager, ada, ben]) expect(await heldOn(reader)).toEqual([])
  const setLeft = (deactivatedAt: string | null) =>
    keelson.platform.transact(workspace.system, ({ db }) =>
      db.updateTable("member").set({ deactivatedAt }).where("id", "=", eveId).execute(),
    )
  await setLeft(clock.now())
  for (const reader of [manager, ada]) expect((await heldOn(reader)).map(([company]) => company)).toEqual(["Stray"])
  expect(await heldOn(ben)).toEqual([])
  // Nor is anybody written to who has left; whoever has not, is.
  await apply(eves.url, "Late")
  await apply(bens.url, "Daily")
  await runEverything(keelson)
  clock.moveTo(new Date(Date.parse(clock.now()) + 86_400_000).toISOString())
  await runJob("notifications.digest", keelson)
  await runEverything(keelson)
  const mailed = smtp.mails().map(({ raw }) => plain(raw))
  expect(mailed.filter((text) => text.includes("Late has applied"))).toEqual([])
  expect(mailed.filter((text) => text.includes("Daily has applied"))).toHaveLength(1)
  await setLeft(null)
  await manager.call(contract.discardApplication, { application: id, why: "An advertisement" }, { ifMatch: 1 })
  expect(await heldOn(manager)).toEqual([])
})

test("whoever takes what was held back by a form of their own is not told what they know", async () => {
  const own = await openForm(manager, profile.id)
  const { id } = await apply(own.url, "Mine", { kestrel: "x" })
  await manager.call(contract.acceptApplication, { application: id }, { ifMatch: 1 })
  expect((await newsOf(manager)).filter(([, company]) => company === "Mine")).toEqual([])
})

test("what was asked for has come: whoever looks after the candidate hears of it, by mail too, until it is decided", async () => {
  const { id, email, candidateId } = await apply(bens.url, "Asked")
  await manager.call(contract.askApplicant, { application: id, asked: "Your figures" }, { ifMatch: 1 })
  await runEverything(keelson)
  await linkPages(keelson).press(mailbox(smtp, email).link(), "add", "Here they are")
  const ofAsked = async () => (await newsOf(ben)).filter(([, company]) => company === "Asked")
  expect(await ofAsked()).toEqual([
    ["application_answered", "Asked"],
    ["application_received", "Asked"],
  ])
  await runEverything(keelson)
  const mailed = smtp.mails().map(({ raw }) => plain(raw))
  expect(mailed.filter((text) => text.includes("Asked has added"))).toHaveLength(1)
  const decide = { candidate: candidateId, outcome: "declined" as const, why: "Too small" }
  expect((await manager.call(contract.decideCandidate, decide, { ifMatch: 1 })).status).toBe(201)
  expect(await ofAsked()).toEqual([])
})
