import { afterAll, beforeEach, expect, test } from "vitest"
import { getHome } from "#contract/home"
import { groupOf } from "#core/attention"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson } from "#test/keelson"
import { linkPages } from "#test/link-pages"
import { enter, memberWith, monthly, recordPartnership, runJob } from "#test/promises"
import { runEverything } from "#test/queue"
import { plain, startSmtp } from "#test/smtp"
import {
  answerProposal,
  getCommitment,
  getOccurrence,
  listCommitmentHistory,
  listCommitments,
  promisesProposed,
  proposeForPromise,
  reDateOccurrence,
  settlePromises,
  undoPromise,
  waiveOccurrence,
  withdrawProposal,
} from "./contract.ts"

/* Nobody waves an own promise away: a new day or a waiver is asked of the other party, and until it agrees nothing changes. */
const smtp = await startSmtp()
afterAll(smtp.stop)
const clock = movableClock("2026-01-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock, environment: { SMTP_URL: smtp.url } })
const workspace = await keelson.workspace("Nordlicht")
const eva = await workspace.as("partner_manager")
const evas = await memberWith(keelson, workspace, "partner_manager")
const { id: partnership, organizationId } = await recordPartnership(eva, "Cascade", evas.id)
const aya = await workspace.asPartner(organizationId)
const other = await recordPartnership(eva, "Dunmore", evas.id)
beforeEach(() => clock.moveTo("2026-01-02T09:00:00.000Z"))

/** A promise made for the test: its due instances from 2 February on. */
const promise = async (owedBy: "host" | "partner", of = partnership) => {
  const title = crypto.randomUUID()
  await enter(eva, of, [monthly(owedBy, { title, windowDays: 3 })])
  const { commitments, occurrences } = (await eva.call(listCommitments, { partnership: of })).body
  const commitment = commitments.find((each) => each.title === title)?.id ?? ""
  const days = occurrences.filter(({ commitmentId }) => commitmentId === commitment)
  return { title, commitment, ids: days.map(({ id }) => id), occurrence: days[0]?.id ?? "" }
}
const pass = async (moment: string) => {
  clock.moveTo(moment)
  await runJob("commitments.update-due-states", keelson)
}
const missed = async (owedBy: "host" | "partner" = "host", of = partnership) => {
  const made = await promise(owedBy, of)
  await pass("2026-02-10T09:00:00.000Z")
  return made
}
const seen = async (occurrence: string, by: Caller = eva) => (await by.call(getOccurrence, { occurrence })).body
const keptOf = async (commitment: string) => {
  const { kept, due } = (await eva.call(getCommitment, { commitment })).body.kept
  return `${kept} of ${due}`
}
const later = { kind: "re_date", dueOn: "2026-03-15", reason: "the data comes later" } as const

test("its own party neither waives nor moves a promise, and what it proposes changes nothing", async () => {
  const { occurrence, commitment } = await missed()
  expect((await eva.call(waiveOccurrence, { occurrence, reason: "x" })).body).toMatchObject({ code: "not-owed-to-you" })
  const moved = await eva.call(reDateOccurrence, { occurrence, dueOn: "2026-03-15", reason: "x" })
  expect(moved.body).toMatchObject({ code: "not-owed-to-you" })
  const proposed = await eva.call(proposeForPromise, { occurrence, ...later })
  expect(proposed.body).toMatchObject({ state: "missed", dueOn: "2026-02-02", reDated: 0 })
  for (const reader of [eva, aya])
    expect((await seen(occurrence, reader)).proposal).toMatchObject({
      kind: "re_date",
      dueOn: "2026-03-15",
      state: "open",
    })
  expect((await seen(occurrence)).abilities).toMatchObject({ answer: "not-owed-to-you", withdraw: true })
  expect((await seen(occurrence, aya)).abilities).toMatchObject({ answer: true, withdraw: "not-yours-to-propose" })
  expect((await eva.call(answerProposal, { occurrence, agrees: true })).status).toBe(403)
  expect((await eva.call(proposeForPromise, { occurrence, ...later })).body).toMatchObject({ code: "already-proposed" })
  expect(await keptOf(commitment)).toBe("0 of 1")
})

test("agreed after the fact the miss stays counted, and kept on the new day is kept late", async () => {
  const { occurrence, commitment } = await missed()
  await eva.call(proposeForPromise, { occurrence, ...later })
  const agreed = await aya.call(answerProposal, { occurrence, agrees: true })
  expect(agreed.body).toMatchObject({ state: "re_agreed", dueOn: "2026-03-15", missedOn: "2026-02-02", proposal: null })
  expect(await keptOf(commitment)).toBe("0 of 1")
  const [last] = (await eva.call(listCommitmentHistory, { commitment })).body.items
  expect(last).toMatchObject({ kind: "commitment.re_agreed", side: "partner", reason: later.reason })
})

test("agreed before its day it is no miss, and a waiver of the other party counts for neither", async () => {
  const early = await promise("host")
  await eva.call(proposeForPromise, { occurrence: early.occurrence, ...later })
  await aya.call(answerProposal, { occurrence: early.occurrence, agrees: true })
  await pass("2026-02-20T09:00:00.000Z")
  expect(await keptOf(early.commitment)).toBe("0 of 0")
  clock.moveTo("2026-01-02T09:00:00.000Z")
  const { occurrence, commitment } = await missed()
  await eva.call(proposeForPromise, { occurrence, kind: "waive", reason: "their move" })
  await aya.call(answerProposal, { occurrence, agrees: true })
  expect(await seen(occurrence)).toMatchObject({ state: "waived", missedOn: null })
  expect(await keptOf(commitment)).toBe("0 of 0")
})

test("refused, or taken back, it is over, and the other party's words are on record", async () => {
  const { occurrence, commitment } = await missed()
  await eva.call(proposeForPromise, { occurrence, ...later })
  const refused = await aya.call(answerProposal, { occurrence, agrees: false, note: "we need it now" })
  expect(refused.body).toMatchObject({ state: "missed", proposal: null })
  const [last] = (await eva.call(listCommitmentHistory, { commitment })).body.items
  expect(last).toMatchObject({ kind: "commitment.change_refused", reason: "we need it now" })
  await eva.call(proposeForPromise, { occurrence, kind: "waive", reason: "x" })
  expect((await aya.call(withdrawProposal, { occurrence })).status).toBe(403)
  expect((await eva.call(withdrawProposal, { occurrence })).body).toMatchObject({ state: "missed", proposal: null })
  expect((await aya.call(answerProposal, { occurrence, agrees: true })).body).toMatchObject({ code: "no-proposal" })
})

test("agreed and taken back at once: one wins, and the other is told", async () => {
  const { occurrence } = await missed()
  await eva.call(proposeForPromise, { occurrence, kind: "waive", reason: "x" })
  const [withdrawn, agreed] = await Promise.all([
    eva.call(withdrawProposal, { occurrence }),
    aya.call(answerProposal, { occurrence, agrees: true }),
  ])
  expect([withdrawn.status, agreed.status].sort()).toEqual([200, 409])
  expect((await seen(occurrence)).state).toBe(agreed.status === 200 ? "waived" : "missed")
})

test("an answer is taken back by whose it was, for a day, and the proposal waits again", async () => {
  const { occurrence, commitment } = await missed()
  await eva.call(proposeForPromise, { occurrence, ...later })
  await aya.call(answerProposal, { occurrence, agrees: true })
  expect((await eva.call(undoPromise, { occurrence })).body).toMatchObject({ code: "not-your-act" })
  expect((await seen(occurrence)).undoableUntil).toBe("2026-02-11T09:00:00.000Z")
  const undone = await aya.call(undoPromise, { occurrence })
  expect(undone.body).toMatchObject({ state: "missed", dueOn: "2026-02-02", reDated: 0, missedOn: null })
  expect(undone.body.proposal).toMatchObject({ state: "open" })
  const [last] = (await eva.call(listCommitmentHistory, { commitment })).body.items
  expect(last?.kind).toBe("commitment.act_undone")
  await aya.call(answerProposal, { occurrence, agrees: true })
  clock.moveTo("2026-02-11T09:00:00.001Z")
  expect((await aya.call(undoPromise, { occurrence })).body).toMatchObject({ code: "too-late-to-undo" })
})

test("what was settled otherwise needs no answer any more", async () => {
  const { occurrence } = await missed()
  await eva.call(proposeForPromise, { occurrence, ...later })
  await aya.call(waiveOccurrence, { occurrence, reason: "no need" })
  expect(await seen(occurrence)).toMatchObject({ state: "waived", proposal: null })
})

const evidence = { kind: "link", url: "https://mail.example/42" } as const
const agreed = { with: "Kim Lee, Dunmore", on: "2026-02-09", evidence } as const

test("where somebody can be asked, nobody records alone what was agreed", async () => {
  const { occurrence } = await missed()
  const answer = await eva.call(proposeForPromise, { occurrence, ...later, agreed })
  expect(answer.body).toMatchObject({ code: "they-can-be-asked" })
})

test("where nobody can be asked, it is recorded with whom and by what, stays counted, and may be confirmed later", async () => {
  const { occurrence, commitment } = await missed("host", other.id)
  expect((await eva.call(getCommitment, { commitment })).body.canBeAsked).toBe(false)
  const recorded = await eva.call(proposeForPromise, {
    occurrence,
    kind: "waive",
    reason: "their fair was off",
    agreed,
  })
  expect(recorded.body).toMatchObject({
    ...{ state: "waived", missedOn: "2026-02-02", evidence: [{ kind: "link", url: evidence.url }] },
    proposal: { state: "recorded", agreedWith: agreed.with, agreedOn: agreed.on },
  })
  expect(await keptOf(commitment)).toBe("0 of 1")
  const kim = await workspace.asPartner(other.organizationId)
  expect((await seen(occurrence, kim)).abilities.answer).toBe(true)
  const waiting = async () => {
    const { items, counts } = groupOf((await kim.call(getHome, { whose: "all" })).body.groups, promisesProposed)
    return { shown: items.map(({ id, proposal }) => [id, proposal?.state]), counts }
  }
  expect(await waiting()).toEqual({
    shown: [[occurrence, "recorded"]],
    counts: { waiting: { count: 1, isMore: false } },
  })
  await kim.call(answerProposal, { occurrence, agrees: true })
  expect((await waiting()).shown).toEqual([])
  expect(await seen(occurrence)).toMatchObject({ state: "waived", missedOn: null, proposal: null })
  expect(await keptOf(commitment)).toBe("0 of 0")
})

test("many are settled for one reason, each answers for itself, and asked again nothing is done twice", async () => {
  const [ours, theirs] = [await promise("host"), await promise("partner")]
  await pass("2026-04-10T09:00:00.000Z")
  const unknown = crypto.randomUUID()
  const asked = {
    occurrences: [...ours.ids.slice(0, 2), theirs.occurrence, unknown],
    reason: "the fair was called off",
  }
  const settle = async () =>
    (await eva.call(settlePromises, { ...asked, how: "waive" })).body.items.map(({ outcome, now, refusal }) => [
      ...[outcome, now?.state, now?.proposal?.kind],
      ...(refusal ? [refusal.code] : []),
    ])
  expect(await settle()).toEqual([
    ["proposed", "missed", "waive"],
    ["proposed", "missed", "waive"],
    ["done", "waived", undefined],
    ["refused", undefined, undefined, "not-found"],
  ])
  expect((await settle()).map(([outcome]) => outcome)).toEqual(["unchanged", "unchanged", "unchanged", "refused"])
  const kept = await eva.call(settlePromises, { occurrences: [ours.ids[2] ?? ""], how: "keep", reason: "sent by mail" })
  expect(kept.body.items[0]).toMatchObject({ outcome: "done", now: { state: "kept_late" } })
  const dateless = await eva.call(settlePromises, { ...asked, how: "re_date" })
  expect(dateless.body).toMatchObject({ code: "day-expected" })
})

test("one mail asks about all that was proposed at once, and a press without signing in answers it", async () => {
  const { ids, title } = await promise("host")
  await pass("2026-04-10T09:00:00.000Z")
  const before = smtp.mails().length
  await eva.call(settlePromises, { occurrences: ids.slice(0, 2), how: "waive", reason: "the fair was called off" })
  await runEverything(keelson)
  const mails = smtp
    .mails()
    .slice(before)
    .map(({ raw }) => plain(raw))
    .filter((text) => text.includes(title))
  expect(mails).toHaveLength(1)
  expect(mails[0]).toContain("the fair was called off")
  const { pageOf, press } = linkPages(keelson)
  const path = /https?:\/\/[^\s]+(\/l\/[\w-]+)/.exec(mails[0] ?? "")?.[1] ?? ""
  expect(await pageOf(path)).toContain("Agree to all 2")
  for (const id of ids.slice(0, 2)) expect((await seen(id)).state).toBe("missed")
  await press(path, "agree")
  for (const id of ids.slice(0, 2)) expect((await seen(id)).state).toBe("waived")
  const { commitmentId } = await seen(ids[0] ?? "")
  const [last] = (await eva.call(listCommitmentHistory, { commitment: commitmentId })).body.items
  expect(last).toMatchObject({ kind: "commitment.waived", side: "partner", source: "link" })
  expect(await pageOf(path)).toContain("Agreed by you")
})
