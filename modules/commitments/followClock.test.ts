import { expect, test } from "vitest"
import { setResponseTarget } from "#contract/clocks"
import { type Deal, moveDeal, recordDeal, retractDeal } from "#contract/deals"
import { listNotifications } from "#contract/notifications"
import { weekNumber } from "#core/time"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { playUntil } from "#test/play"
import { recordPartnership, runQueued } from "#test/promises"
import * as contract from "./contract.ts"
import { signals } from "./signals.ts"

// Monday, 09:30 in Berlin: due on Tuesday at 09:30.
const clock = movableClock("2027-02-15T08:30:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Following")
const [owner, manager] = [await workspace.as("owner"), await workspace.as("partner_manager")]

const promise = (hours: number | null) =>
  owner.call(setResponseTarget, {
    ...{ promise: "deal_answer", warnMinutes: null, promisedMinutes: hours === null ? null : hours * 60 },
  })
const play = (until: string) => playUntil(keelson, clock, until, { hours: [] })

const partner = async (name: string) => {
  const { id, organizationId } = await recordPartnership(manager, name)
  const seller = await workspace.asPartner(organizationId, "seller")
  const current = new Map<string, Deal>()
  const move = async (of: string, state: Deal["state"], caller = manager) => {
    const deal = current.get(of)
    const input = { deal: deal?.id ?? "", state }
    current.set(of, (await caller.call(moveDeal, input, { ifMatch: deal?.version ?? 0 })).body)
  }
  return {
    id,
    seller,
    move,
    register: async (of: string) =>
      void current.set(of, (await seller.call(recordDeal, { partnership: id, name: of })).body),
    retract: (of: string) =>
      manager.call(retractDeal, { deal: current.get(of)?.id ?? "", reason: "entered for another partner" }),
    promises: async (caller = manager) => (await caller.call(contract.listCommitments, { partnership: id })).body,
  }
}
const shapes = ({ occurrences }: { occurrences: readonly contract.OccurrenceView[] }) =>
  occurrences.map(({ state, dueOn, closedOn }) => [state, dueOn, closedOn])
const ledger = (kinds: string) =>
  runAsOwner<{ kind: string; at: Date }>(
    keelson.ownerUrl,
    `select kind, occurred_at as at from event where kind like '${kinds}' order by recorded_at, id`,
  )

await promise(8)
const alder = await partner("Alder")

test("an answer in time is a kept promise of ours, a late one missed at its due time and then kept late; both sides read it", async () => {
  for (const name of ["In time", "At the instant", "Late", "Never"]) await alder.register(name)
  clock.moveTo("2027-02-15T14:00:00.000Z")
  await alder.move("In time", "approved")
  await play("2027-02-16T08:30:00.000Z")
  await alder.move("At the instant", "rejected")
  clock.moveTo("2027-02-16T08:30:00.001Z")
  await alder.move("Late", "approved")
  await play("2027-02-17T09:00:00.000Z")
  const seen = await alder.promises()
  expect(seen.commitments).toMatchObject([
    { owedBy: "host", measure: "within_hours", withinHours: 8, service: "deal_answer", title: /within 8 business/ },
  ])
  expect(shapes(seen).toSorted()).toEqual([
    ["kept", "2027-02-16", "2027-02-15"],
    ["kept", "2027-02-16", "2027-02-16"],
    ["kept_late", "2027-02-16", "2027-02-16"],
    ["missed", "2027-02-16", "2027-02-16"],
  ])
  expect(seen.kept.host).toEqual({ kept: 2, due: 4 })
  const theirs = await alder.promises(alder.seller)
  expect(shapes(theirs).toSorted()).toEqual(shapes(seen).toSorted())
  expect(theirs.occurrences.find(({ state }) => state === "missed")?.clock).toMatchObject({
    ...{ subjectKind: "deal", dueAt: "2027-02-16T08:30:00.000Z", stoppedAt: null },
  })
  expect((await ledger("commitment.%")).filter(({ kind }) => kind !== "commitment.kept")).toEqual([
    { kind: "commitment.missed", at: new Date("2027-02-16T08:30:00.000Z") },
    { kind: "commitment.kept_late", at: new Date("2027-02-16T08:30:00.001Z") },
    { kind: "commitment.missed", at: new Date("2027-02-16T08:30:00.000Z") },
  ])
  await alder.move("Never", "approved")
  await play("2027-02-17T09:00:01.000Z")
  expect(shapes(await alder.promises())).toContainEqual(["kept_late", "2027-02-16", "2027-02-17"])
  const told = (await manager.call(listNotifications, { show: "open" })).body.items.map(({ kind }) => kind)
  expect(told).not.toContain("commitment_missed")
})

test("run again, and for each event of a clock, there is no second occurrence, no second promise and no second event", async () => {
  await alder.register("Twice")
  clock.moveTo("2027-02-19T09:00:00.000Z")
  await alder.move("Twice", "approved")
  const [before, kept] = [(await alder.promises()).occurrences.length, (await ledger("commitment.%")).length]
  expect(await runQueued("commitments.follow-clock", keelson)).toBe(2)
  expect((await alder.promises()).occurrences).toHaveLength(before + 1)
  expect(await ledger("commitment.%")).toHaveLength(kept + 2)
  expect((await alder.promises()).commitments).toHaveLength(1)
})

test("withdrawn before it was due is neither, withdrawn after stays missed; a pause moves it; unpromised makes nothing", async () => {
  const birke = await partner("Birke")
  clock.moveTo("2027-03-25T14:00:00.000Z")
  for (const name of ["Withdrawn", "Paused", "Too late"]) await birke.register(name)
  clock.moveTo("2027-03-25T15:30:00.000Z")
  await birke.move("Paused", "info_requested")
  await birke.move("Withdrawn", "withdrawn", birke.seller)
  await play("2027-03-30T09:00:00.000Z")
  await birke.move("Paused", "submitted", birke.seller)
  await play("2027-03-31T07:30:00.000Z")
  await birke.move("Paused", "approved")
  await birke.move("Too late", "withdrawn", birke.seller)
  await promise(null)
  await birke.register("Unpromised")
  await play("2027-04-14T09:00:00.000Z")
  await birke.move("Unpromised", "approved")
  await play("2027-04-14T09:00:01.000Z")
  expect(shapes(await birke.promises()).toSorted()).toEqual([
    ["kept", "2027-03-31", "2027-03-31"],
    ["missed", "2027-03-30", "2027-03-30"],
  ])
})

test("what was asked after it was due stays missed; another time promised is another promise; a wrong record lets off", async () => {
  await promise(16)
  const cedar = await partner("Cedar")
  clock.moveTo("2027-05-10T08:00:00.000Z")
  for (const name of ["Asked too late", "Wrong", "Answered, then wrong"]) await cedar.register(name)
  await cedar.move("Answered, then wrong", "approved")
  await play("2027-05-12T08:00:01.000Z")
  await cedar.move("Asked too late", "info_requested")
  await promise(4)
  await cedar.register("By another promise")
  await cedar.move("By another promise", "approved")
  for (const name of ["Wrong", "Answered, then wrong"]) expect((await cedar.retract(name)).status).toBe(200)
  await play("2027-05-12T09:00:00.000Z")
  const seen = await cedar.promises()
  expect(seen.commitments.map(({ withinHours }) => withinHours).toSorted()).toEqual([16, 4])
  expect(seen.occurrences.map(({ state }) => state).toSorted()).toEqual(["kept", "missed", "waived", "waived"])
  expect(seen.kept.host).toEqual({ kept: 1, due: 2 })
  const missed = seen.occurrences.find(({ state }) => state === "missed")
  expect(missed).toMatchObject({ isOverdue: false, abilities: { report: "already-closed", undo: "nothing-to-undo" } })
  const evidence = [{ kind: "note", note: "we did" }] as const
  const reported = await manager.call(contract.reportOccurrence, {
    occurrence: missed?.id ?? "",
    evidence: [...evidence],
  })
  expect(reported).toMatchObject({ status: 409, body: { code: "already-closed" } })
})

test("the weekly share of promises kept counts it in its week, as it was known", async () => {
  const read = (knownAt: string) =>
    keelson.platform.transact(workspace.system, async (tx) => {
      const question = { subjects: [alder.id], knownAt, lastWeek: weekNumber("2027-02-15") }
      const rows = (await Promise.all(signals.map((each) => each.read(tx, question)))).flat()
      const row = rows.find(({ signal }) => signal === "host_promises_kept")
      return [row?.values[0], row?.sizes?.[0]]
    })
  expect(await read("2027-02-16T08:29:00.000Z")).toEqual([1, 1])
  expect(await read("2027-02-17T08:00:00.000Z")).toEqual([0.5, 4])
})
