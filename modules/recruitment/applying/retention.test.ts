import { afterAll, expect, test } from "vitest"
import { setRetention } from "#contract/privacy"
import { applicants, filled, openForm } from "#test/applying"
import { linkPages, mailbox } from "#test/link-pages"
import { runAsOwner } from "#test/owner-connection"
import { runJob } from "#test/promises"
import { runEverything } from "#test/queue"
import { openScene } from "#test/recruiting"
import { startSmtp } from "#test/smtp"
import * as contract from "../contract.ts"

const smtp = await startSmtp()
afterAll(smtp.stop)
const { keelson, workspace, clock, manager, profile } = await openScene({ SMTP_URL: smtp.url })
const owner = await workspace.as("owner")
const { pageOf, keyIn, send } = applicants(keelson)
const { url } = await openForm(manager, profile.id)
const day = 86_400_000
const later = (ms: number) => clock.moveTo(new Date(Date.parse(clock.now()) + ms).toISOString())

const apply = async (company: string, more: Record<string, string> = {}) => {
  const page = keyIn(await pageOf(url))
  later(60_000)
  const email = `${company}@${company}.example`
  await send(url, { ...filled, company, email, page, ...more }, [{ name: `${company}.txt`, content: company }])
  const { items } = (await manager.call(contract.listApplications, {})).body
  return { email, id: items.find((each) => each.company === company)?.id ?? "" }
}
const discard = async (id: string) =>
  manager.call(contract.discardApplication, { application: id, why: "An advertisement" }, { ifMatch: 1 })
const left = async () =>
  (await manager.call(contract.listApplications, { sort: "receivedAt" })).body.items.map(({ company }) => company)
/** What stands of these anywhere: files by their names, links by the addresses they went to. */
const traces = async () => {
  const rows = (sql: string) => runAsOwner(keelson.ownerUrl, sql) as Promise<Readonly<{ name: string }>[]>
  const all = [
    ...(await rows("select name from file where subject_kind = 'application'")),
    ...(await rows("select split_part(email, '@', 1) as name from link where act = 'application_state'")),
  ]
  return all.map(({ name }) => name).sort()
}

test("discarded applications go with files and links when their time is over, and nothing else does", async () => {
  const gone = await apply("gone", { kestrel: "x" })
  const held = await apply("held", { kestrel: "x" })
  const taken = await apply("taken")
  await runEverything(keelson)
  expect((await discard(gone.id)).status).toBe(200)
  const path = mailbox(smtp, gone.email).link()
  later(180 * day - 60_000)
  await runJob("privacy.retain", keelson)
  expect(await left()).toEqual(["gone", "held", "taken"])
  later(120_000)
  await runJob("privacy.retain", keelson)
  expect(await left()).toEqual(["held", "taken"])
  expect(await traces()).toEqual(["held", "held.txt", "taken", "taken.txt"])
  expect((await manager.call(contract.getApplication, { application: gone.id })).status).toBe(404)
  const page = await linkPages(keelson).open(path)
  expect([page.status, await page.text()]).toEqual([404, expect.not.stringContaining("gone.example")])
  expect((await manager.call(contract.getApplication, { application: held.id })).body.files).toHaveLength(1)
  expect((await manager.call(contract.getApplication, { application: taken.id })).body.state).toBe("received")
})

test("the workspace says for how long", async () => {
  const { id } = await apply("chosen", { kestrel: "x" })
  await discard(id)
  expect((await owner.call(setRetention, { keeps: "discarded_application", days: 7 })).status).toBe(200)
  later(7 * day - 60_000)
  await runJob("privacy.retain", keelson)
  expect(await left()).toContain("chosen")
  later(120_000)
  await runJob("privacy.retain", keelson)
  expect(await left()).not.toContain("chosen")
})
