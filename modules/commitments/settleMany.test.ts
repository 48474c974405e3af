import { expect, test } from "vitest"
import { getHome } from "#contract/home"
import { groupOf } from "#core/attention"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, memberWith, monthly, recordPartnership, runJob } from "#test/promises"
import {
  answerProposal,
  getOccurrence,
  listOccurrences,
  promisesMissed,
  proposeForPromise,
  settlePromises,
  takeBackSettled,
} from "./contract.ts"

/* Old misses of a partnership, settled at once by the host, and taken back at once. */
const clock = movableClock("2026-01-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordlicht")
const eva = await workspace.as("partner_manager")
const evas = await memberWith(keelson, workspace, "partner_manager")
const { id: partnership, organizationId } = await recordPartnership(eva, "Cascade", evas.id)
const aya = await workspace.asPartner(organizationId)
const silent = await recordPartnership(eva, "Dunmore", evas.id)
const file = { evidenceNeeded: "file" } as const
await enter(eva, partnership, [monthly("host"), monthly("partner"), monthly("host", file)])
await enter(eva, silent.id, [monthly("host"), monthly("partner")])
clock.moveTo("2026-02-20T09:00:00.000Z")
await runJob("commitments.update-due-states", keelson)

const missedOf = async (of: string) =>
  (await eva.call(listOccurrences, { partnership: of, state: "missed" })).body.items.toSorted((one, other) =>
    `${one.owedBy} ${one.evidenceNeeded}`.localeCompare(`${other.owedBy} ${other.evidenceNeeded}`),
  )
const groups = async () => groupOf((await eva.call(getHome, { whose: "all" })).body.groups, promisesMissed).items
const groupFor = async (of: string) => (await groups()).find(({ partnershipId }) => partnershipId === of)
const stateOf = async (occurrence: string) => (await eva.call(getOccurrence, { occurrence })).body

test("ours are proposed and stay missed, theirs are let off; both are taken back in one act, and asked once more nothing is left to take back", async () => {
  const [ours, oursWithFile, theirs] = (await missedOf(partnership)).map(({ id }) => id)
  const occurrences = [ours ?? "", theirs ?? ""]
  expect(await groupFor(partnership)).toMatchObject({ ours: 2, theirs: 1, proposed: 0, abilities: { settle: true } })
  const { items } = (await eva.call(settlePromises, { occurrences, how: "waive", reason: "the fair was off" })).body
  expect(items.map(({ outcome }) => outcome)).toEqual(["proposed", "done"])
  expect(await groupFor(partnership)).toMatchObject({ ours: 2, theirs: 0, proposed: 1 })
  const settled = [
    { occurrence: ours ?? "", outcome: "proposed" },
    { occurrence: theirs ?? "", outcome: "done" },
  ] as const
  const back = async () => (await eva.call(takeBackSettled, { settled: [...settled] })).body.items
  expect((await back()).map(({ outcome, now }) => [outcome, now?.state, now?.proposal])).toEqual([
    ["done", "missed", null],
    ["done", "missed", null],
  ])
  expect(await groupFor(partnership)).toMatchObject({ ours: 2, theirs: 1, proposed: 0 })
  expect((await back()).map(({ refusal }) => refusal?.code)).toEqual(["no-proposal", "nothing-to-undo"])
  expect((await stateOf(oursWithFile ?? "")).state).toBe("missed")
})

test("what the other party has answered meanwhile is not taken back, nor what is not one's own", async () => {
  const [ours] = await missedOf(partnership)
  const occurrence = ours?.id ?? ""
  await eva.call(settlePromises, { occurrences: [occurrence], how: "re_date", dueOn: "2026-03-10", reason: "late" })
  const settled = [{ occurrence, outcome: "proposed" as const }]
  const byThem = (await aya.call(takeBackSettled, { settled })).body.items[0]
  expect(byThem).toMatchObject({ outcome: "refused", refusal: { code: "not-yours-to-propose" } })
  await aya.call(answerProposal, { occurrence, agrees: true })
  const late = (await eva.call(takeBackSettled, { settled })).body.items[0]
  expect(late).toMatchObject({ outcome: "refused", refusal: { code: "no-proposal" }, now: { state: "re_agreed" } })
})

test("where nobody can be asked nothing is proposed into the void: it is refused by name, and theirs are settled all the same", async () => {
  const [ours, theirs] = (await missedOf(silent.id)).map(({ id }) => id)
  const occurrences = [ours ?? "", theirs ?? ""]
  const { items } = (await eva.call(settlePromises, { occurrences, how: "waive", reason: "called off" })).body
  expect(items.map(({ outcome, refusal }) => refusal?.code ?? outcome)).toEqual(["nobody-to-ask", "done"])
  const alone = await eva.call(proposeForPromise, { occurrence: ours ?? "", kind: "waive", reason: "called off" })
  expect(alone.body).toMatchObject({ code: "nobody-to-ask" })
})

test("a link shows for all of them what a note does not", async () => {
  const oursWithFile = (await missedOf(partnership)).find(({ evidenceNeeded }) => evidenceNeeded === "file")
  const keep = { occurrences: [oursWithFile?.id ?? ""], how: "keep" as const, reason: "in the shared folder" }
  const noted = (await eva.call(settlePromises, keep)).body.items[0]
  expect(noted).toMatchObject({ outcome: "refused", refusal: { code: "evidence-needed" } })
  const linked = (await eva.call(settlePromises, { ...keep, url: "https://files.example/7" })).body.items[0]
  expect(linked).toMatchObject({ outcome: "done", now: { state: "kept_late", evidence: [{ kind: "link" }] } })
})

test("what was missed longer ago than is listed is counted and can be listed, as much as is said", async () => {
  const counts = async () => groupOf((await eva.call(getHome, { whose: "all" })).body.groups, promisesMissed).counts
  const older = async () => (await eva.call(listOccurrences, { older: "true" })).body.items
  expect([(await counts()).older.count, (await older()).length]).toEqual([0, 0])
  clock.moveTo("2026-07-20T09:00:00.000Z")
  await runJob("commitments.update-due-states", keelson)
  const listed = await older()
  expect(listed.length).toBeGreaterThan(2)
  expect(listed.every(({ dueOn, isOverdue }) => dueOn < "2026-04-21" && !isOverdue)).toBe(true)
  expect((await counts()).older).toEqual({ count: listed.length, isMore: false })
})
