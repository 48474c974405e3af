import { afterAll, beforeEach, expect, test } from "vitest"
import { listEvents } from "#contract/audit"
import { askCode, listLinks, pressLink, proveLink } from "#contract/links"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson } from "#test/keelson"
import { linkPages, mailbox } from "#test/link-pages"
import { runAsOwner } from "#test/owner-connection"
import { enter, memberWith, monthly, recordPartnership } from "#test/promises"
import { runEverything } from "#test/queue"
import { startSmtp } from "#test/smtp"
import { getOccurrence, listCommitments, reportOccurrence } from "./contract.ts"

/*
 * A missed promise of weight is confirmed by link: that binds, so that the mail alone does nothing. Whoever it was forwarded to reads
 * for whom it is; the code goes to the mailbox the link went to, works for ten minutes, and five wrong ones lock the link.
 */
const smtp = await startSmtp()
afterAll(smtp.stop)
const start = "2027-07-12T07:00:00.000Z"
const clock = movableClock(start)
const { moveTo } = clock
const keelson = await startTestKeelson({ clock, environment: { SMTP_URL: smtp.url } })
const nobody = keelson.anonymous("")
const { open, pageOf, formOf, proofOf, send } = linkPages(keelson)
beforeEach(() => moveTo(start))

/** Each in a workspace of its own, so that no test's mails and codes count for another's. */
const missed = async (weight = 3) => {
  moveTo("2027-05-03T07:00:00.000Z")
  const workspace = await keelson.workspace("Nordlicht")
  const [manager, admin] = [await workspace.as("partner_manager"), await workspace.as("admin")]
  const eva = await memberWith(keelson, workspace, "partner_manager")
  const { id: partnership, organizationId } = await recordPartnership(manager, `Cascade ${crypto.randomUUID()}`, eva.id)
  const aya = await workspace.asPartner(organizationId)
  const title = `Market figures ${crypto.randomUUID()}`
  await enter(manager, partnership, [monthly("partner", { title, weight, evidenceNeeded: "confirmation" })], {
    startsOn: "2027-05-01",
    endsOn: "2027-12-31",
  })
  moveTo(start)
  await runEverything(keelson)
  const { body } = await manager.call(listCommitments, { partnership })
  const found = body.occurrences.find((each) => each.title === title && each.state === "missed")
  if (!found) throw new Error(`nothing was missed: ${body.occurrences.map((each) => `${each.dueOn} ${each.state}`)}`)
  const evidence = [{ kind: "link", url: "https://files.example/may.pdf", note: "May, at last" } as const]
  expect((await aya.call(reportOccurrence, { occurrence: found.id, evidence })).status).toBe(200)
  await runEverything(keelson)
  const box = mailbox(smtp, eva.email)
  const state = async () => (await manager.call(getOccurrence, { occurrence: found.id })).body.state
  return { occurrence: found.id, state, title, eva, admin, manager, box, path: box.link() }
}
const codeFor = async (path: string) => {
  expect((await send(path, { ask: "code" })).headers.get("location")).toBe(`${path}?code`)
  await runEverything(keelson)
}
const prove = async (path: string, code: string) => (await send(path, { code })).text()
const wrongThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0")

test("scenario 2: forwarded: for whom it is, and nothing of what it is about; the code goes to the mailbox and opens it", async () => {
  const { occurrence, state, title, eva, box, path } = await missed()
  const before = await pageOf(path)
  expect(before).toContain("An answer that binds")
  expect(before).toContain("For partner_manager of Nordlicht (p...@host.example)")
  for (const hidden of [title, "May, at last", "Cascade", 'name="press"']) expect(before).not.toContain(hidden)

  // Whoever has the link alone, by the page and past it.
  const token = path.slice(3)
  expect((await nobody.call(pressLink, { linkToken: token, page: "x", press: "confirm" })).body).toMatchObject({
    code: "prove-who-you-are",
  })
  await codeFor(path)
  expect(box.mails()).toHaveLength(2)
  const code = box.code()
  expect(box.mails().at(-1)?.raw).not.toMatch(new RegExp(`Subject:.*${code}`))
  const refused = await prove(path, wrongThan(code))
  expect(refused).toContain("That is not the code")
  expect(refused).not.toContain(title)
  expect(await state()).toBe("missed")

  const shown = await prove(path, ` ${code.slice(0, 3)} ${code.slice(3)}`)
  expect(shown).toContain(title)
  expect(shown).toContain("May, at last")
  // Loading the page anew asks the same again, and is answered the same.
  expect(await prove(path, code)).toContain(title)
  const pressed = { page: formOf(shown), press: "confirm" }
  expect((await send(path, pressed)).status).toBe(403)
  expect((await send(path, { ...pressed, proof: "x.y" })).status).toBe(403)
  expect((await send(path, { ...pressed, proof: proofOf(shown) })).status).toBe(303)
  expect(await state()).toBe("kept_late")
  const events = await runAsOwner<{ actor: string }>(
    keelson.ownerUrl,
    `select actor_id as actor from event where kind = 'commitment.confirmed' and subject_id = '${occurrence}'`,
  )
  expect(events).toEqual([{ actor: eva.userId }])
  // What became of it whoever has the mail may know, and no more.
  const after = await pageOf(path)
  expect(after).toContain("Confirmed by you, 12 Jul 2027, 09:00")
  expect(after).not.toContain(title)
})

test("words that are missing do not cost the code: the page keeps it", async () => {
  const { state, title, box, path } = await missed()
  await codeFor(path)
  const shown = await prove(path, box.code())
  const fields = { page: formOf(shown), proof: proofOf(shown), press: "dispute" }
  const again = await (await send(path, { ...fields, words: " " })).text()
  expect(again).toContain(title)
  expect((await send(path, { ...fields, proof: proofOf(again), words: "Half is missing" })).status).toBe(303)
  expect(await state()).toBe("disputed")
  const after = await pageOf(path)
  expect(after).toContain("Contested by you")
  expect(after).not.toContain("Half is missing")
})

test("what was missed and weighs as most promises do takes a press alone", async () => {
  const { title, path } = await missed(1)
  expect(await pageOf(path)).toContain(title)
})

test("five wrong codes lock it: the right one comes too late, both sides are told, a new link goes to the same mailbox", async () => {
  const { occurrence, state, admin, title, box, path } = await missed()
  await codeFor(path)
  const code = box.code()
  const answers = [await prove(path, "000")]
  for (const _ of [1, 2, 3]) answers.push(await prove(path, wrongThan(code)))
  // Another code sets nothing back, and an empty field is no try.
  await codeFor(path)
  answers.push(await prove(path, ""))
  for (const said of answers) expect(said).toContain("That is not the code")
  expect(await prove(path, wrongThan(code))).toContain("This link is locked")
  const late = await prove(path, box.code())
  expect(late).toContain("This link is locked")
  expect(late).not.toContain(title)
  await runEverything(keelson)
  expect(box.mails().at(-1)?.raw).toContain("was locked")
  const told = (await admin.call(listEvents, { kind: "link.locked" })).body.items
  expect(told.filter(({ payload }) => JSON.stringify(payload).includes(box.mails()[0]?.to[0] ?? "?"))).toHaveLength(1)
  const listed = (await admin.call(listLinks, {})).body.items.find(({ subjectId }) => subjectId === occurrence)
  expect(listed).toMatchObject({ state: "locked", codeAskedAt: start, endedAt: start })
  expect(JSON.stringify(listed)).not.toContain(code)

  await send(path, { renew: "yes" })
  await runEverything(keelson)
  expect(box.link()).not.toBe(path)
  await codeFor(box.link())
  expect(await prove(box.link(), box.code())).toContain(title)
  expect(await state()).toBe("missed")
})

test("a code is good for ten minutes, the older of two that overtook each other too; three an hour, and nobody is told which", async () => {
  const { title, box, path } = await missed()
  await codeFor(path)
  const first = box.code()
  moveTo("2027-07-12T07:05:00.000Z")
  await codeFor(path)
  expect(box.code()).not.toBe(first)
  expect(await prove(path, first)).toContain(title)
  moveTo("2027-07-12T07:10:00.000Z")
  expect(await prove(path, first)).toContain("That is not the code")
  await codeFor(path)
  const had = box.mails().length
  await codeFor(path)
  expect(box.mails()).toHaveLength(had)
  expect(await nobody.call(askCode, { linkToken: path.slice(3) })).toMatchObject({ body: { isAskedFor: true } })
  moveTo("2027-07-12T08:00:01.000Z")
  await codeFor(path)
  expect(box.mails()).toHaveLength(had + 1)
})

test("the right code is believed for an hour, for that link alone; nothing of a code is kept anywhere", async () => {
  const [one, other] = [await missed(), await missed()]
  await codeFor(one.path)
  const code = one.box.code()
  const proof = proofOf(await prove(one.path, code))
  const again = (path: string) => nobody.call(proveLink, { linkToken: path.slice(3), proof })
  expect((await again(one.path)).body).toMatchObject({ proof, heading: expect.stringContaining(one.title) })
  expect((await again(other.path)).body).toMatchObject({ proof: null, heading: null, facts: [] })
  expect((await nobody.call(proveLink, { linkToken: other.path.slice(3), code })).body.proof).toBeNull()
  const stored = await runAsOwner(keelson.ownerUrl, "select to_jsonb(c) || to_jsonb(l) as row from link_code c, link l")
  const queued = await runAsOwner(keelson.ownerUrl, "select payload::text from graphile_worker._private_jobs")
  expect(JSON.stringify([stored, queued])).not.toContain(code)
  moveTo("2027-07-12T08:00:01.000Z")
  expect((await again(one.path)).body).toMatchObject({ proof: null, needsProof: true })
})

test("signed in as the very person, no code is asked for; as somebody else it is", async () => {
  const { title, admin, manager, path } = await missed()
  const asked = async ({ cookie }: Caller) => (await open(path, { headers: { cookie } })).text()
  expect(await asked(manager)).toContain(title)
  const forwarded = await asked(admin)
  expect(forwarded).not.toContain(title)
  expect(forwarded).toContain("Mail me the code")
})
