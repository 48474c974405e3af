import { afterAll, describe, expect, test } from "vitest"
import { applicants, filled, openForm } from "#test/applying"
import { mailbox } from "#test/link-pages"
import { runAsOwner } from "#test/owner-connection"
import { runEverything } from "#test/queue"
import { openScene } from "#test/recruiting"
import { startSmtp } from "#test/smtp"
import * as contract from "../contract.ts"

/* What a stranger can try at the door of a form: words that are pages or headers, bodies without an end, addresses and pages that are guessed. */
const smtp = await startSmtp()
afterAll(smtp.stop)
const { keelson, clock, manager, eve, profile } = await openScene({ SMTP_URL: smtp.url })
const { pageOf, keyIn, send, open } = applicants(keelson)
const form = await openForm(manager, profile.id)
const { url } = form

const later = (seconds: number) => clock.moveTo(new Date(Date.parse(clock.now()) + seconds * 1_000).toISOString())
let people = 0
const another = async (more: Record<string, string> = {}) => {
  const name = `stranger${++people}`
  const page = keyIn(await pageOf(url))
  later(3_700)
  return { ...filled, company: crypto.randomUUID(), email: `${name}@${name}.example`, page, ...more }
}
const newest = async () => (await manager.call(contract.listApplications, {})).body.items[0]
const count = async () => (await manager.call(contract.listApplications, { limit: 200 })).body.items.length

test("the page holds what the host wrote as text, no script, and tells nobody to keep or to list it", async () => {
  const answer = await open(url)
  const page = await answer.text()
  expect(page).toContain("For the &lt;b&gt;DACH&lt;/b&gt; region.")
  expect(page).not.toMatch(/<script|javascript:|onload=/i)
  expect(answer.headers.get("content-security-policy")).toMatch(
    /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/,
  )
  for (const [name, said] of [
    ["x-robots-tag", /noindex/],
    ["referrer-policy", /no-referrer/],
    ["cache-control", /no-store/],
    ["x-content-type-options", /nosniff/],
  ] as const)
    expect(answer.headers.get(name)).toMatch(said)
  expect(await pageOf(url, "de-AT")).toMatch(/lang="de"[\s\S]*Reseller werden[\s\S]*Warum wir\?/)
  expect(await pageOf(`${url}?language=de`)).toContain("Reseller werden")
  expect(await pageOf(`${url}?language=%00`)).toContain("Become a reseller")
})

test("opening it changes nothing, whoever opens it", async () => {
  const everything = async () =>
    Promise.all(
      ["application", "application_form", "event", "link"].map((name) =>
        runAsOwner(keelson.ownerUrl, `select count(*) from ${name}`),
      ),
    )
  const before = await everything()
  for (const method of ["GET", "HEAD", "GET"]) await open(url, { method })
  await open(`${url}?sent`)
  expect(await everything()).toEqual(before)
})

test.each([
  [
    "<script>alert(1)</script>",
    "Nord\r\nBcc: eve@evil.example",
    "<script>alert(1)</script>",
    "Nord Bcc: eve@evil.example",
  ],
  ["A\u202eevil\u200b", "E\u0000v\u0007a", "Aevil", "Eva"],
  ["  wide\u3000name  ", "\ud800Eva", "wide name", "\ufffdEva"],
])("company %j and person %j are text on one line, in the record and in mails", async (company, person, kept, name) => {
  const given = await another({ company, person })
  expect((await send(url, given)).status).toBe(303)
  expect(await newest()).toMatchObject({ company: kept, person: name })
  await runEverything(keelson)
  const [mail] = mailbox(smtp, given.email).mails()
  const [head = ""] = mail?.raw.split("\r\n\r\n") ?? []
  expect(head).not.toMatch(/^bcc:/im)
  // An address may be somebody else's: nothing that a stranger wrote is mailed to it.
  expect(mail?.raw).not.toMatch(/script|evil/)
  expect(smtp.mails().some(({ to }) => to.includes("eve@evil.example"))).toBe(false)
})

test.each([
  ["company", ""],
  ["company", "\u200b\u00a0"],
  ["company", "x".repeat(201)],
  ["email", "eva@a.example,eve@evil.example"],
  ["email", "eva@a.example\r\nbcc:eve@evil.example"],
  ["email", "eva"],
  ["website", "not a site"],
  ["website", "javascript:alert(1)"],
  ["answer-why", " "],
  ["answer-why", "y".repeat(4_001)],
])("%s %j is asked for again, with what was typed", async (field, value) => {
  const before = await count()
  const given = await another({ [field]: value, person: 'Eva "<b>" Roth' })
  const answer = await send(url, given)
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`))
  expect(page).toContain('value="Eva &quot;&lt;b&gt;&quot; Roth"')
  // It is the same page still: put right, it is sent once.
  expect(keyIn(page)).toBe(given.page)
  expect(await count()).toBe(before)
})

test.each([
  ["six files", Array.from({ length: 6 }, (_, at) => ({ name: `${at}.txt`, content: "x" })), 413, "too many files"],
  ["a file too large", [{ name: "a.txt", content: "x".repeat(10 * 1024 * 1024 + 1) }], 413, "too large"],
  ["a program", [{ name: "a.exe", content: "MZ" }], 422, "are not accepted"],
  ["an empty file", [{ name: "a.txt", content: "" }], 422, "is empty"],
  ["a page that is called a PDF", [{ name: "a.pdf", content: "<script>" }], 422, "does not say|not what the ending"],
] as const)("%s is refused on the page, and nothing stays on the disk", async (_what, files, status, said) => {
  const before = await count()
  const answer = await send(url, await another(), files)
  expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(said)])
  expect(await count()).toBe(before)
})

test("whoever sent a file beside a mistake is told to choose it again", async () => {
  const page = await (await send(url, await another({ email: "eva" }), [{ name: "a.txt", content: "a" }])).text()
  expect(page).toContain("choose your files again")
  expect(await (await send(url, await another({ email: "eva" }))).text()).not.toContain("choose your files again")
})

test("a text without an end, fields without number, another kind of body and a form cut off are told on the page", async () => {
  const given = await another()
  expect((await send(url, { ...given, "answer-why": "z".repeat(30_000) })).status).toBe(413)
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`more-${at}`, "x"]))
  expect((await send(url, { ...given, ...many })).status).toBe(413)
  const headers = { "sec-fetch-site": "same-origin" }
  const body = '--b\r\ncontent-disposition: form-data; name="company"\r\n\r\nCut o'
  const cut = await open(url, {
    method: "POST",
    body,
    headers: { ...headers, "content-type": "multipart/form-data; boundary=b" },
  })
  expect(cut.status).toBe(400)
  for (const type of ["application/json", "text/plain", "application/x-www-form-urlencoded"])
    expect(
      (await open(url, { method: "POST", body: "{}", headers: { ...headers, "content-type": type } })).status,
    ).toBeLessThan(500)
})

test("fields of other names, and names of every object, are no words of the application", async () => {
  const given = await another({ state: "received", candidateId: form.id, workspaceId: form.id, suspicions: "" })
  expect((await send(url, given)).status).toBe(303)
  expect([400, 422]).toContain((await send(url, { ...(await another()), __proto__x: "1", constructor: "x" })).status)
})

test("a page of another form, one that was made up, and none hold it back; a page that was open for days does not", async () => {
  const other = await openForm(manager, profile.id)
  const foreign = keyIn(await pageOf(other.url))
  for (const page of [foreign, "0.x.y", "", "x".repeat(500)]) {
    await send(url, await another({ page }))
    expect(await newest()).toMatchObject({ state: "suspected", suspicions: ["page"] })
  }
  const patient = await another()
  later(5 * 86_400)
  await send(url, patient)
  expect(await newest()).toMatchObject({ state: "received", suspicions: [] })
  const quick = { ...(await another()), page: keyIn(await pageOf(url)) }
  await send(url, quick)
  expect(await newest()).toMatchObject({ suspicions: ["quick"] })
})

test("one address that applies again and again is mailed once a day, and the rest is held back", async () => {
  const first = await another()
  await send(url, first)
  for (let each = 0; each < 3; each++) {
    await send(url, await another({ email: first.email.toUpperCase() }))
    expect(await newest()).toMatchObject({ state: "suspected", suspicions: ["again"] })
  }
  await runEverything(keelson)
  expect(mailbox(smtp, first.email).mails()).toHaveLength(1)
})

describe("what is guessed", () => {
  test("a form that is closed, one that never was and an address that is none are told alike", async () => {
    const closed = await openForm(manager, profile.id, { isOpen: false })
    const pages = [closed.url, `${url}x`, url.slice(0, -1), `${new URL(url).origin}/apply/${"x".repeat(150)}`]
    const told: string[] = []
    for (const each of pages) {
      const answer = await open(each)
      told.push(`${answer.status} ${(await answer.text()).replaceAll(/nonce="[^"]+"/g, "")}`)
      expect((await send(each, await another())).status).toBe(404)
    }
    expect(new Set(told).size).toBe(1)
    expect(told[0]).toContain("404")
    expect(told[0]).not.toContain("Nordlicht")
  })

  test("who sends more than twenty times in a minute waits; others do not", async () => {
    const statuses: number[] = []
    for (let each = 0; each < 22; each++) statuses.push((await send(url, filled, [], "198.51.100.7")).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(2)
    expect((await send(url, await another(), [], "198.51.100.8")).status).toBe(303)
  })

  test("a page of another site sends nothing in a visitor’s browser", async () => {
    const body = new FormData()
    body.set("company", "x")
    const foreign = await open(url, { method: "POST", body, headers: { "sec-fetch-site": "cross-site" } })
    expect(foreign.status).toBe(403)
  })

  test("another workspace’s people find neither form nor application, and viewers change nothing", async () => {
    const stranger = await (await keelson.workspace("Others")).as("owner")
    const application = (await newest())?.id ?? ""
    expect((await stranger.call(contract.getForm, { form: form.id })).status).toBe(404)
    expect((await stranger.call(contract.getApplication, { application })).status).toBe(404)
    expect((await stranger.call(contract.listApplications, {})).body.items).toEqual([])
    expect((await eve.call(contract.getForm, { form: form.id })).status).toBe(200)
    const edit = { form: form.id, profileId: profile.id, words: form.words }
    expect((await eve.call(contract.editForm, edit, { ifMatch: form.version })).status).toBe(403)
  })
})

test("a form is closed and opened again, and keeps its address; one whose profile was retired takes nothing", async () => {
  const { id, version, profileId, words, questions, url: address } = await openForm(manager, profile.id)
  const said = { form: id, profileId, words, questions }
  const closed = (await manager.call(contract.editForm, { ...said, isOpen: false }, { ifMatch: version })).body
  expect([closed.url, (await open(address)).status]).toEqual([address, 404])
  await manager.call(contract.editForm, { ...said, isOpen: true }, { ifMatch: closed.version })
  expect((await open(address)).status).toBe(200)
  const refused = await manager.call(contract.makeForm, { profileId, words: [...words, ...words] })
  expect(refused.body).toMatchObject({ code: "language-twice" })
  const nobodys = { profileId: crypto.randomUUID(), words, questions }
  expect((await manager.call(contract.makeForm, nobodys)).body).toMatchObject({ code: "profile-not-usable" })
  const { version: at } = (await manager.call(contract.getProfile, { profile: profileId })).body
  await manager.call(contract.retireProfile, { profile: profileId, isRetired: true }, { ifMatch: at })
  expect((await open(address)).status).toBe(404)
})
