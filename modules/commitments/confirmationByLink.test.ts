import { afterAll, beforeEach, expect, test } from "vitest"
import { listSecurityEvents } from "#contract/audit"
import { listLinks, pressLink, readLink, revokeLink } from "#contract/links"
import { dateIn } from "#core/time"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson } from "#test/keelson"
import { linkPages } from "#test/link-pages"
import { runAsOwner } from "#test/owner-connection"
import { enter, memberWith, monthly, recordPartnership } from "#test/promises"
import { runEverything } from "#test/queue"
import { plain, startSmtp } from "#test/smtp"
import { confirmOccurrence, getOccurrence, listCommitments, reportOccurrence, undoPromise } from "./contract.ts"

/*
 * A mailed link that asks for a confirmation: what opening does (nothing), what a press does, and what becomes of it when it is
 * pressed twice, late, elsewhere, by whom it was forwarded to, or by somebody who has left.
 */
const smtp = await startSmtp()
afterAll(smtp.stop)
const clock = movableClock("2027-06-01T07:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock, environment: { SMTP_URL: smtp.url } })
const workspace = await keelson.workspace("Nordlicht")
const eva = await workspace.as("partner_manager")
const admin = await workspace.as("admin")
const nobody = keelson.anonymous(workspace.slug)
const evas = await memberWith(keelson, workspace, "partner_manager")
const { id: partnership, organizationId } = await recordPartnership(eva, "Cascade", evas.id)
const aya = await workspace.asPartner(organizationId)
beforeEach(() => moveTo("2027-06-01T07:00:00.000Z"))

const urlIn = (raw: string): string => {
  const found = /https?:\/\/[^\s]+(\/l\/[\w-]+)/.exec(plain(raw))?.[1]
  if (!found) throw new Error(`no link in ${raw}`)
  return found
}
const mailsTo = (email: string) => smtp.mails().filter(({ to }) => to.includes(email))
const newestTo = (email: string): string => urlIn(mailsTo(email).at(-1)?.raw ?? "")

/** A promise of the partner, reported kept: it waits for Eva, and her mail has come. */
const reported = async (owedBy: "host" | "partner" = "partner"): Promise<{ occurrence: string; title: string }> => {
  const title = `figures ${crypto.randomUUID()}`
  await enter(eva, partnership, [monthly(owedBy, { title, evidenceNeeded: "confirmation" })], {
    startsOn: "2027-01-01",
    endsOn: "2027-12-31",
  })
  const { body } = await eva.call(listCommitments, { partnership })
  const occurrence = body.occurrences.find((each) => each.title === title)?.id ?? ""
  await report(occurrence, owedBy === "partner" ? aya : eva)
  return { occurrence, title }
}
const report = async (occurrence: string, by: Caller) => {
  const evidence = [{ kind: "link", url: "https://files.example/q2.pdf", note: "sent <b>today</b>" } as const]
  expect((await by.call(reportOccurrence, { occurrence, evidence })).status).toBe(200)
  await runEverything(keelson)
}

const { open, pageOf, formOf, send, press } = linkPages(keelson)
const stateOf = async (occurrence: string) => (await eva.call(getOccurrence, { occurrence })).body

const everythingStored = async () => {
  const tables = await runAsOwner<{ name: string }>(
    keelson.ownerUrl,
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  )
  const rows: Record<string, unknown> = {}
  for (const { name } of tables)
    rows[name] = await runAsOwner(keelson.ownerUrl, `select to_jsonb(t) as row from ${name} t order by 1`)
  rows["queued"] = await runAsOwner(keelson.ownerUrl, "select to_jsonb(j) as row from graphile_worker._private_jobs j")
  rows["sessions"] = await runAsOwner(keelson.ownerUrl, 'select id from identity."session" order by 1')
  return rows
}

test("scenario 1: a mail scanner opens it as often as it likes: everything stays as it was; a person presses, once", async () => {
  const { occurrence, title } = await reported()
  const path = newestTo(evas.email)
  const before = await everythingStored()
  const scanners = [
    { method: "HEAD" },
    ...Array.from({ length: 20 }, () => ({})),
    { headers: { purpose: "prefetch", "sec-purpose": "prefetch;prerender", "x-moz": "prefetch" } },
    { headers: { "user-agent": "Slackbot-LinkExpanding 1.0", "accept-language": "ja,zh;q=0.5" } },
    { headers: { "x-forwarded-for": "203.0.113.9" } },
  ]
  for (const [at, scan] of scanners.entries()) {
    const answer = await open(`${path}${at % 2 ? "?utm_source=safelinks&data=05%7C01" : ""}`, scan)
    expect(answer.status).toBe(200)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": expect.stringContaining("noindex"),
    })
  }
  expect(await everythingStored()).toEqual(before)

  const page = await pageOf(path)
  expect(page).toContain(title)
  expect(page).toContain("sent &lt;b&gt;today&lt;/b&gt;")
  expect(page).not.toMatch(/<script|http-equiv|onload|autofocus/i)
  const head = page.slice(0, page.indexOf("</head>"))
  for (const name of [title, "Cascade", "Nordlicht", evas.email]) expect(head).not.toContain(name)
  expect(head).not.toMatch(/og:|twitter:|description/)

  // What a program sends by itself does not come from the page.
  for (const [fields, headers] of [
    [{ press: "confirm" }, {}],
    [{ press: "confirm", page: "x.y" }, {}],
    [{ press: "confirm", page: formOf(page) }, { "sec-fetch-site": "cross-site" }],
  ] as const)
    expect([403, 422]).toContain((await send(path, fields, headers)).status)
  expect(await everythingStored()).toEqual(before)

  // A page that sends no referrer has "null" for its origin, and browsers that say nothing of the site say no more than that.
  moveTo("2027-06-01T08:14:00.000Z")
  const unsaid = { method: "POST", body: new URLSearchParams({ press: "confirm", page: formOf(page) }) }
  expect((await open(path, { ...unsaid, headers: { origin: "https://elsewhere.example" } })).status).toBe(403)
  expect((await open(path, { ...unsaid, headers: { origin: "null" } })).status).toBe(303)
  expect(await stateOf(occurrence)).toMatchObject({ state: "kept", awaitsConfirmation: false })
  const events = await runAsOwner<{ actor: string; source: string }>(
    keelson.ownerUrl,
    `select actor_id as actor, source from event where kind = 'commitment.confirmed' and subject_id = '${occurrence}'`,
  )
  expect(events).toEqual([{ actor: evas.userId, source: "link" }])
  expect(await pageOf(path)).toContain("Confirmed by you, 1 Jun 2027, 10:14")
})

test("scenario 3: pressed in two tabs at once, and once more after going back: done once, and told the same", async () => {
  const { occurrence } = await reported()
  const path = newestTo(evas.email)
  const page = formOf(await pageOf(path))
  const answers = await Promise.all([1, 2, 3].map(() => send(path, { press: "confirm", page })))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  expect((await send(path, { press: "dispute", page, words: "changed my mind" })).status).toBe(303)
  const confirmations = (await stateOf(occurrence)).evidence.filter(({ kind }) => kind === "confirmation")
  expect(confirmations).toHaveLength(1)
  expect(await pageOf(path)).toContain("Confirmed by you, 1 Jun 2027, 09:00")
})

test("not as agreed needs words, which stay typed; they stand in the record", async () => {
  const { occurrence } = await reported("host")
  const { to } = smtp.mails().at(-1) as { to: readonly string[] }
  const path = newestTo(to[0] ?? "")
  // It can be contested once it is due.
  moveTo("2027-06-30T09:00:00.000Z")
  await runEverything(keelson)
  moveTo("2027-06-14T09:00:00.000Z")
  const page = await pageOf(path)
  expect(page).toContain("Not as agreed")
  const empty = await send(path, { press: "dispute", page: formOf(page), words: "  " })
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining("Say in a few words")])
  expect((await press(path, "dispute", "half of it is missing")).status).toBe(303)
  expect(await stateOf(occurrence)).toMatchObject({ state: "disputed", note: "half of it is missing" })
  expect(await pageOf(path)).toContain("Contested by you")
  expect(await pageOf(path, "de-DE,de;q=0.9,en;q=0.8")).toContain("Von Ihnen bestritten")
})

test("scenario 3: settled elsewhere meanwhile: the page says what and by whom, within the reader's rights, and takes no press", async () => {
  const { occurrence } = await reported()
  const path = newestTo(evas.email)
  const page = formOf(await pageOf(path))
  await admin.call(confirmOccurrence, { occurrence }).catch(() => undefined)
  moveTo("2027-06-02T12:30:00.000Z")
  expect(await pageOf(path)).toMatch(/Confirmed by admin of Nordlicht, 1 Jun 2027, 09:00/)
  expect((await send(path, { press: "confirm", page })).status).toBe(303)
  expect((await stateOf(occurrence)).evidence.filter(({ kind }) => kind === "confirmation")).toHaveLength(1)

  const ours = await reported("host")
  const theirPath = newestTo(smtp.mails().at(-1)?.to[0] ?? "")
  await eva.call(undoPromise, { occurrence: ours.occurrence })
  const told = await pageOf(theirPath)
  expect(told).toContain("taken back by Nordlicht")
  expect(told).not.toContain("partner_manager of")
})

test("scenario 3: expired: it shows no more than the mail did; a new link goes to the same address, at most three times an hour", async () => {
  const { occurrence, title } = await reported()
  const path = newestTo(evas.email)
  moveTo("2027-06-15T07:01:00.000Z")
  const page = await pageOf(path)
  expect(page).toContain("has expired")
  expect(page).not.toContain(title)
  expect(page).not.toContain("Cascade")
  const had = mailsTo(evas.email).length
  const asked = async (at: string) => {
    const answer = await send(at, { renew: "yes" })
    await runEverything(keelson)
    return [answer.status, answer.headers.get("location")?.replace(at, "")]
  }
  const unknown = `/l/${"x".repeat(43)}`
  expect(await asked(path)).toEqual(await asked(unknown))
  expect(mailsTo(evas.email)).toHaveLength(had + 1)
  for (const _ of [1, 2, 3, 4]) await asked(path)
  expect(mailsTo(evas.email)).toHaveLength(had + 3)
  expect(smtp.mails().filter(({ to }) => to.some((each) => each.includes("xxx")))).toEqual([])
  // Each new one ended the one before it.
  const all = mailsTo(evas.email)
    .slice(-3)
    .map(({ raw }) => urlIn(raw))
  expect(await pageOf(all[0] ?? "")).toContain("newer link")
  expect((await press(all[2] ?? "")).status).toBe(303)
  expect((await stateOf(occurrence)).state).toBe("kept")
})

test("forwarded: it says for whom it is; the secret is nowhere on the host's side; an admin takes it back", async () => {
  const { occurrence } = await reported()
  const path = newestTo(evas.email)
  const token = path.slice(3)
  expect(await pageOf(path)).toContain("For partner_manager of Nordlicht (p...@host.example)")
  const stored = JSON.stringify(await everythingStored())
  expect(stored).toContain("confirm_promise")
  expect(stored).not.toContain(token)
  const { body } = await admin.call(listLinks, {})
  const link = body.items.find(({ subjectId }) => subjectId === occurrence)
  expect(link).toMatchObject({ email: evas.email, act: "confirm_promise", state: "open", subjectId: occurrence })
  expect(JSON.stringify(body)).not.toContain(token)
  expect((await eva.call(listLinks, {})).status).toBe(403)
  expect((await aya.call(listLinks, {})).status).toBe(403)
  expect((await eva.call(revokeLink, { link: link?.id ?? "" })).status).toBe(403)
  expect((await admin.call(revokeLink, { link: link?.id ?? "" })).body).toMatchObject({ state: "revoked" })
  expect(await pageOf(path)).toContain("was taken back")
  const said = await nobody.call(pressLink, { linkToken: token, page: "x", press: "confirm" })
  expect(said).toMatchObject({ status: 410, body: { code: "link-revoked" } })
  expect((await stateOf(occurrence)).awaitsConfirmation).toBe(true)
})

test("reported again: the older link is dead, and one mail a report goes out however often the job runs", async () => {
  const { occurrence } = await reported()
  const first = newestTo(evas.email)
  const had = mailsTo(evas.email).length
  await aya.call(undoPromise, { occurrence })
  moveTo("2027-06-01T09:00:00.000Z")
  await report(occurrence, aya)
  await keelson.platform.transact(workspace.system, (tx) =>
    tx.enqueue(
      { name: "commitments.ask-to-confirm" } as never,
      {
        workspaceId: workspace.system.workspaceId,
        eventId: crypto.randomUUID(),
        kind: "commitment.reported",
        recordedAt: tx.now,
        subjectId: occurrence,
        partnershipId: partnership,
      } as never,
    ),
  )
  await runEverything(keelson)
  expect(mailsTo(evas.email)).toHaveLength(had + 1)
  expect(await pageOf(first)).toContain("newer link")
  expect((await nobody.call(readLink, { linkToken: newestTo(evas.email).slice(3) })).body.state).toBe("open")
})

test("who has left, and whose partnership has ended, has a link to nothing in that second", async () => {
  const { occurrence } = await reported("host")
  const email = smtp.mails().at(-1)?.to[0] ?? ""
  const path = newestTo(email)
  const page = formOf(await pageOf(path))
  await runAsOwner(keelson.ownerUrl, `update partner_user set deactivated_at = '2027-06-01' where email = '${email}'`)
  expect((await open(path)).status).toBe(404)
  expect((await send(path, { press: "confirm", page })).status).toBe(404)
  await runAsOwner(keelson.ownerUrl, `update partner_user set deactivated_at = null where email = '${email}'`)
  expect((await open(path)).status).toBe(200)
  await runAsOwner(keelson.ownerUrl, `update partnership set stage = 'ended' where id = '${partnership}'`)
  expect((await open(path)).status).toBe(404)
  expect((await send(path, { press: "confirm", page })).status).toBe(404)
  await runAsOwner(keelson.ownerUrl, `update partnership set stage = 'active' where id = '${partnership}'`)
  expect((await stateOf(occurrence)).awaitsConfirmation).toBe(true)
  expect((await send(path, { press: "confirm", page })).status).toBe(303)
  expect(dateIn("Europe/Berlin", clock.now())).toBe("2027-06-01")
})

test("pressed ten times from outside its page, a link is told to administrators as its person's, without its word", async () => {
  await reported()
  moveTo("2027-06-01T12:00:00.000Z")
  const linkToken = newestTo(evas.email).split("/").at(-1) ?? ""
  const told = async () => {
    await keelson.platform.identity.refusals.settle()
    return (await admin.call(listSecurityEvents, { kind: "link.refused" })).body.items
  }
  const before = (await told()).length
  for (let each = 0; each < 10; each++)
    expect((await nobody.call(pressLink, { linkToken, page: "x", press: "confirm" })).status).toBe(403)
  const [seen] = await told()
  expect(await told()).toHaveLength(before + 1)
  expect(seen).toMatchObject({ times: 10, person: { id: evas.userId }, asked: [`POST ${pressLink.path}`] })
  expect(JSON.stringify(seen)).not.toContain(linkToken)
})
