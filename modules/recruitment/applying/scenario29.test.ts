import { afterAll, expect, test } from "vitest"
import { createPartnership } from "#contract/partnerships"
import { applicants, filled, openForm } from "#test/applying"
import { pdf } from "#test/bytes"
import { eicar, startClamd } from "#test/clamd"
import { linkPages, mailbox } from "#test/link-pages"
import { runQueued } from "#test/promises"
import { runEverything } from "#test/queue"
import { openScene } from "#test/recruiting"
import { plain, startSmtp } from "#test/smtp"
import * as contract from "../contract.ts"

/*
 * Scenario 29: an application pressed nine times, a trap that the browser filled, and a company that may be known. What a stranger can try
 * beyond that stands in `hostile.test.ts`.
 */
const smtp = await startSmtp()
afterAll(smtp.stop)
const clamd = await startClamd()
const { keelson, clock, manager, eve, profile, whole, workspace } = await openScene({
  SMTP_URL: smtp.url,
  CLAMD: clamd.url,
})
const { pageOf, keyIn, send, open } = applicants(keelson)
const form = await openForm(manager, profile.id)
const { url } = form
const links = linkPages(keelson)

const cascade = (
  await manager.call(createPartnership, {
    type: "reseller",
    newOrganization: {
      name: "Cascade",
      domains: ["cascade.example"],
      registrationNumber: "HRB 12 34-5",
      country: "DE",
    },
  })
).body

let people = 0
/** Another company, with a page that has been open for a minute. */
const another = async (more: Record<string, string> = {}) => {
  const name = `applicant${++people}`
  const page = keyIn(await pageOf(url))
  clock.moveTo(new Date(Date.parse(clock.now()) + 3_700_000).toISOString())
  return { ...filled, company: crypto.randomUUID(), email: `${name}@${name}.example`, page, ...more }
}
const all = async (query: object = {}) => (await manager.call(contract.listApplications, query)).body.items
const of = async ({ company }: Readonly<{ company?: string }>) =>
  (await all()).filter((each) => each.company === company)
const opened = async (application: string) => (await manager.call(contract.getApplication, { application })).body
const conflictsOf = async (candidate: string) => {
  const { organizationId } = await whole(candidate)
  const query = { organization: organizationId, candidate }
  return (await manager.call(contract.findConflicts, query)).body.items.map(({ kind, name }) => ({ kind, name }))
}

test("scenario 29: pressed nine times, with two files, it is one candidate with both files and one receipt", async () => {
  const given = await another()
  const files = [
    { name: "profile.pdf", content: pdf("Who we are") },
    { name: "figures.csv", content: "year,revenue\n2026,1\n" },
  ]
  // A browser gives up what it sent before when a button is pressed again; three at once is more than it does.
  for (let each = 0; each < 3; each++) {
    const answers = await Promise.all([1, 2, 3].map(() => send(url, given, files)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  }
  // Back, and pressed once more, without the files that a browser forgets on the way.
  expect((await send(url, given)).status).toBe(303)
  const came = await of(given)
  expect(came).toMatchObject([{ state: "received", suspicions: [], stage: "sourced", formTitle: "Become a reseller" }])
  const [{ id = "", candidateId = "" } = {}] = came
  const application = await opened(id)
  expect(application.files.map(({ name }) => name)).toEqual(["profile.pdf", "figures.csv"])
  expect(application.answers).toEqual([{ question: "Why us?", answer: filled["answer-why"] }])
  expect(await whole(candidateId ?? "")).toMatchObject({
    ...{ organizationName: given.company, sourceKind: "application", source: "Become a reseller", stage: "sourced" },
  })
  await runEverything(keelson)
  expect(mailbox(smtp, given.email).mails()).toHaveLength(1)
})

test("scenario 29: a word put right after going back, and a file that was forgotten, are not lost", async () => {
  const given = await another()
  await send(url, given, [{ name: "one.txt", content: "one" }])
  await send(url, given, [{ name: "two.txt", content: "two" }])
  const [first] = await of(given)
  expect((await opened(first?.id ?? "")).files.map(({ name }) => name)).toEqual(["one.txt", "two.txt"])
  const righted = { ...given, "answer-why": "We sell what yours is missing, and more" }
  await send(url, righted)
  expect((await of(given)).map(({ state, suspicions }) => [state, suspicions])).toEqual([
    ["suspected", ["again"]],
    ["received", []],
  ])
})

test("scenario 29: the same words from a page that was loaded anew are the same application", async () => {
  const given = await another()
  await send(url, given)
  const again = { ...given, page: keyIn(await pageOf(url)) }
  expect((await send(url, again)).headers.get("location")).toBe((await send(url, given)).headers.get("location"))
  expect(await of(given)).toHaveLength(1)
})

test("scenario 29: a trap that the browser filled holds it back for a person, and the applicant is answered alike", async () => {
  const honest = await another()
  const given = await another({ kestrel: "Cascade" })
  const files = [{ name: "profile.pdf", content: pdf("held") }]
  const [one, other] = [await send(url, honest, files), await send(url, given, files)]
  expect([other.status, other.headers.get("location")]).toEqual([one.status, one.headers.get("location")])
  const told = async (answer: Response) => (await open(`${keelson.address}${answer.headers.get("location")}`)).text()
  const without = (page: string) => page.replaceAll(/nonce="[^"]+"/g, "")
  expect(without(await told(other))).toBe(without(await told(one)))
  await runEverything(keelson)
  for (const { email } of [honest, given]) expect(mailbox(smtp, email).mails()).toHaveLength(1)
  const [held] = await of(given)
  expect(held).toMatchObject({ state: "suspected", suspicions: ["trap"], candidateId: null, stage: null })
  expect((await opened(held?.id ?? "")).files).toHaveLength(1)
  // A person takes it: it becomes what it would have been.
  expect((await eve.call(contract.acceptApplication, { application: held?.id ?? "" }, { ifMatch: 1 })).status).toBe(403)
  const taken = await manager.call(contract.acceptApplication, { application: held?.id ?? "" }, { ifMatch: 1 })
  expect(taken.body).toMatchObject({ state: "received", suspicions: ["trap"], stage: "sourced" })
  expect((await whole(taken.body.candidateId ?? "")).sourceKind).toBe("application")
  const twice = await manager.call(contract.acceptApplication, { application: held?.id ?? "" }, { ifMatch: 2 })
  expect(twice.body).toMatchObject({ code: "application-settled" })
})

test("scenario 29: what is held back is discarded with a reason, stays, and its sender reads that it was received", async () => {
  const given = await another({ kestrel: "x" })
  await send(url, given)
  await runEverything(keelson)
  const [{ id = "" } = {}] = await of(given)
  expect((await manager.call(contract.discardApplication, { application: id, why: " " }, { ifMatch: 1 })).status).toBe(
    422,
  )
  const why = "An advertisement"
  const gone = await manager.call(contract.discardApplication, { application: id, why }, { ifMatch: 1 })
  expect(gone.body).toMatchObject({ state: "discarded", why, candidateId: null })
  const page = await links.pageOf(mailbox(smtp, given.email).link())
  expect(page).toContain("Received")
  expect(page).not.toMatch(/discard|advertisement|held/i)
})

test("scenario 29: a registration number in other spacing says that it may be Cascade: linked, not merged, and told to nobody outside", async () => {
  const given = await another({ company: "Wasserfall IT", registration: "hrb  1234 5" })
  const answer = await send(url, given)
  const [{ id = "", candidateId } = {}] = await of(given)
  const candidate = await whole(candidateId ?? "")
  expect(candidate.organizationId).not.toBe(cascade.organizationId)
  expect(await conflictsOf(candidate.id)).toEqual([{ kind: "same_registration", name: "Cascade" }])
  await runEverything(keelson)
  const { mails, link } = mailbox(smtp, given.email)
  const read = [
    ...[await (await open(`${keelson.address}${answer.headers.get("location")}`)).text()],
    ...[plain(mails()[0]?.raw ?? ""), await links.pageOf(link())],
  ]
  // The name of the workspace's partner is in none of what the applicant reads; nor is what they wrote, to an address that may be another's.
  for (const text of read) expect(text).not.toMatch(/Cascade\b|Wasserfall|Eva Roth/)
  expect((await opened(id)).registrationNumber).toBe("hrb 1234 5")
})

test("scenario 29: the company’s own domain says the same, whoever writes; the record of neither company gets it twice", async () => {
  const given = await another({ company: "Somebody new", website: "https://www.Cascade.example/about" })
  await send(url, given)
  const [{ candidateId } = {}] = await of(given)
  expect(await conflictsOf(candidateId ?? "")).toEqual([{ kind: "same_domain", name: "Cascade" }])
})

test("scenario 29: addresses at one provider of mail make nobody alike", async () => {
  const [one, other] = [await another({ email: "one@gmail.com" }), await another({ email: "other@gmail.com" })]
  for (const given of [one, other]) await send(url, given)
  for (const given of [one, other]) {
    const [row] = await of(given)
    expect(row).toMatchObject({ state: "received", suspicions: [] })
    expect(await conflictsOf(row?.candidateId ?? "")).toEqual([])
  }
})

test("scenario 29: a file is handed out once it was looked through, and not before; one with a virus never", async () => {
  const given = await another()
  await send(url, given, [
    { name: "clean.txt", content: "nothing bad" },
    { name: "bad.txt", content: eicar },
  ])
  const [{ id = "" } = {}] = await of(given)
  const bytesOf = (file: string) =>
    fetch(`${keelson.address}/api/w/${workspace.slug}/applications/${id}/files/${file}/content`, {
      headers: { cookie: manager.cookie },
    })
  const before = (await opened(id)).files
  expect(before.map(({ check, download }) => [check, download])).toEqual([
    ...[["checking", "still-being-checked"]],
    ...[["checking", "still-being-checked"]],
  ])
  for (const file of before) expect((await bytesOf(file.id)).status).toBe(409)
  await runQueued("files.check", keelson)
  const [clean, bad] = (await opened(id)).files
  expect([clean?.download, bad?.download]).toEqual([true, "file-quarantined"])
  const handed = await bytesOf(clean?.id ?? "")
  expect([handed.headers.get("content-disposition"), await handed.text()]).toEqual([
    expect.stringMatching(/^attachment/),
    "nothing bad",
  ])
  expect((await bytesOf(bad?.id ?? "")).status).toBe(423)
  // The same bytes are known from then on, and whoever sends them again is told by the page.
  const again = await send(url, await another(), [{ name: "again.txt", content: eicar }])
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining("a virus was found")])
})

test("scenario 29: the state link tells only the state, takes what was asked for once, and opening it does nothing", async () => {
  const given = await another({ company: "Stateful" })
  await send(url, given)
  await runEverything(keelson)
  const { link, mails } = mailbox(smtp, given.email)
  const first = link()
  const [{ id = "", candidateId } = {}] = await of(given)
  expect(await links.pageOf(first)).toMatch(/Become a reseller[\s\S]*Received/)
  await manager.call(contract.moveCandidate, { candidate: candidateId ?? "", to: "assessing" }, { ifMatch: 1 })
  const looked = await links.pageOf(first)
  expect(looked).toContain("Being looked at")
  expect(looked).not.toMatch(/Stateful|Eva|missing|assess|<button/i)
  const asked = "Your figures of <b>2026</b>"
  const { body } = await manager.call(contract.askApplicant, { application: id, asked }, { ifMatch: 1 })
  expect(body).toMatchObject({ state: "asked", abilities: { ask: "asked-already" } })
  await runEverything(keelson)
  expect(plain(mails().at(-1)?.raw ?? "")).toContain(asked)
  const second = link()
  expect(second).not.toBe(first)
  expect(await links.pageOf(first)).toContain("There is a newer link")
  const shown = await links.pageOf(second)
  expect(shown).toContain("Your figures of &lt;b&gt;2026&lt;/b&gt;")
  for (const method of ["HEAD", "GET", "GET"]) await links.open(second, { method })
  expect((await opened(id)).additions).toMatchObject([{ asked, words: null }])
  await links.press(second, "add", "See https://files.example/2026.pdf")
  await links.press(second, "add", "Twice")
  expect(await opened(id)).toMatchObject({
    ...{ state: "received", additions: [{ asked, words: "See https://files.example/2026.pdf" }] },
    abilities: { ask: true },
  })
  const decide = { candidate: candidateId ?? "", outcome: "declined" as const, why: "Too small" }
  await manager.call(contract.decideCandidate, decide, { ifMatch: 2 })
  const decided = await links.pageOf(second)
  expect(decided).toContain("Decided")
  expect(decided).not.toMatch(/declin|too small/i)
})
