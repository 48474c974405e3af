import { expect, test } from "vitest"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, monthly, recordPartnership, runJob } from "#test/promises"
import {
  confirmOccurrence,
  disputeOccurrence,
  getOccurrence,
  listCommitments,
  listOccurrences,
  reDateOccurrence,
  reportOccurrence,
  undoPromise,
  waiveOccurrence,
} from "./contract.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso")
const partner = await workspace.asPartner(organizationId)
const other = await recordPartnership(manager, "Fabrikam")
const stranger = await workspace.asPartner(other.organizationId)
const note = [{ kind: "note", note: "sent by mail" }] as const

/** Occurrences of one promise made for the test, the earliest first. */
const promise = async (owedBy: "host" | "partner", more = {}) => {
  await enter(manager, partnership, [monthly(owedBy, { title: crypto.randomUUID(), ...more })])
  const { body } = await manager.call(listCommitments, { partnership })
  const newest = body.commitments.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0]
  return body.occurrences.filter(({ commitmentId }) => commitmentId === newest?.id)
}
const first = async (owedBy: "host" | "partner", more = {}) => {
  const [occurrence] = await promise(owedBy, more)
  if (!occurrence) throw new Error("no occurrence was made")
  return occurrence.id
}

test("entering a promise makes its occurrences, weekends moved, and nothing that fell due before it was entered", async () => {
  const made = await promise("host", { windowDays: 3 })
  expect(made.map(({ dueOn }) => dueOn)).toEqual(["2026-02-02", "2026-03-02", "2026-03-31"])
  expect(made[0]).toMatchObject({ firstDueOn: "2026-01-31", lapsesOn: "2026-02-05", state: "upcoming" })
})

test("kept with evidence, once: of two people who report the same promise one is told", async () => {
  const occurrence = await first("host")
  const answers = await Promise.all(
    [1, 2].map(() => manager.call(reportOccurrence, { occurrence, evidence: [...note] })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const { body } = await manager.call(getOccurrence, { occurrence })
  expect(body).toMatchObject({
    state: "kept",
    closedOn: "2026-01-02",
    evidence: [{ kind: "note", givenBySide: "host" }],
  })
})

test("waived and kept at once: one wins, and the record says which", async () => {
  const occurrence = await first("partner")
  const [waived, kept] = await Promise.all([
    manager.call(waiveOccurrence, { occurrence, reason: "not needed" }),
    partner.call(reportOccurrence, { occurrence, evidence: [...note] }),
  ])
  expect([waived.status, kept.status].sort()).toEqual([200, 409])
  const { body } = await manager.call(getOccurrence, { occurrence })
  expect(body.state).toBe(waived.status === 200 ? "waived" : "kept")
})

test("the partner reports its own promises and confirms ours; it does not report ours", async () => {
  const ours = await first("host", { evidenceNeeded: "confirmation" })
  const refused = await partner.call(reportOccurrence, { occurrence: ours, evidence: [...note] })
  expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([403, "not-your-promise"])
  const announced = await manager.call(reportOccurrence, { occurrence: ours, evidence: [...note] })
  expect(announced.body).toMatchObject({ state: "upcoming", awaitsConfirmation: true })
  expect((await manager.call(confirmOccurrence, { occurrence: ours })).status).toBe(403)
  expect((await partner.call(confirmOccurrence, { occurrence: ours })).body).toMatchObject({ state: "kept" })

  const theirs = await first("partner")
  expect((await partner.call(reportOccurrence, { occurrence: theirs, evidence: [...note] })).status).toBe(200)
  expect((await partner.call(waiveOccurrence, { occurrence: theirs, reason: "x" })).status).toBe(403)
})

test("a report is taken back for a day by whose act it was, and disputed later", async () => {
  const occurrence = await first("host")
  await manager.call(reportOccurrence, { occurrence, evidence: [...note] })
  const undone = await manager.call(undoPromise, { occurrence })
  expect(undone.body).toMatchObject({ state: "upcoming", evidence: [] })
  await manager.call(reportOccurrence, { occurrence, evidence: [...note] })
  expect((await partner.call(undoPromise, { occurrence })).body).toMatchObject({ code: "not-your-act" })
  moveTo("2026-01-03T09:00:01.000Z")
  expect((await manager.call(undoPromise, { occurrence })).status).toBe(409)
  expect((await partner.call(disputeOccurrence, { occurrence, reason: "never arrived" })).body.state).toBe("disputed")
  moveTo("2026-01-02T09:00:00.000Z")
})

test("whom a promise is owed to gives more time: it is counted, and the promise is open again", async () => {
  const occurrence = await first("host")
  const later = { occurrence, dueOn: "2026-02-20", reason: "agreed by phone" }
  expect((await manager.call(reDateOccurrence, later)).body).toMatchObject({ code: "not-owed-to-you" })
  const sooner = await partner.call(reDateOccurrence, { ...later, dueOn: "2026-01-20" })
  expect(sooner.body).toMatchObject({ code: "not-more-time" })
  const moved = await partner.call(reDateOccurrence, later)
  expect(moved.body).toMatchObject({ state: "re_agreed", dueOn: "2026-02-20", reDated: 1, isOftenReDated: false })
  expect((await manager.call(reportOccurrence, { occurrence, evidence: [...note] })).body.state).toBe("kept")
})

test("evidence must be what was agreed, and an activity must belong to the partnership", async () => {
  const occurrence = await first("host", { evidenceNeeded: "record" })
  expect((await manager.call(reportOccurrence, { occurrence, evidence: [...note] })).status).toBe(422)
  const foreign = [{ kind: "activity", activityId: occurrence }] as const
  const answer = await manager.call(reportOccurrence, { occurrence, evidence: [...foreign] })
  expect(answer.body).toMatchObject({ code: "no-such-activity" })
  const link = [{ kind: "link", url: "https://example.com/report" }] as const
  expect((await manager.call(reportOccurrence, { occurrence, evidence: [...link] })).status).toBe(200)
})

test("a viewer reads and settles nothing; another partner and another workspace find nothing", async () => {
  const occurrence = await first("host")
  const viewer = await workspace.as("viewer")
  const seen = await viewer.call(getOccurrence, { occurrence })
  expect(seen.body.abilities).toMatchObject({
    report: "role-may-not",
    waive: "not-owed-to-you",
    dispute: "role-may-not",
  })
  expect((await viewer.call(reportOccurrence, { occurrence, evidence: [...note] })).status).toBe(403)
  const elsewhere = await (await keelson.workspace("Elsewhere")).as("owner")
  for (const caller of [stranger, elsewhere]) {
    expect((await caller.call(getOccurrence, { occurrence })).status).toBe(404)
    expect((await caller.call(reportOccurrence, { occurrence, evidence: [...note] })).status).toBe(404)
    expect((await caller.call(listCommitments, { partnership })).status).toBe(404)
    expect((await caller.call(listOccurrences, {})).body.items).toEqual([])
  }
})

test("the register is narrowed to who owes, to days, to words, and to what still asks for something", async () => {
  const [ours, theirs] = [await promise("host"), await promise("partner", { title: "100 % of_the leads" })]
  const found = async (caller: typeof manager, filter: object) => {
    const { items } = (await caller.call(listOccurrences, { partnership, limit: 200, ...filter })).body
    return items.map(({ id }) => id)
  }
  const isIn = (list: readonly string[], of: typeof ours) => of.every(({ id }) => list.includes(id))
  for (const [caller, own, across] of [
    [manager, ours, theirs],
    [partner, theirs, ours],
  ] as const) {
    const [owed, owing] = [await found(caller, { owing: "across" }), await found(caller, { owing: "own" })]
    expect([isIn(owing, own), isIn(owed, across)]).toEqual([true, true])
    expect(owing.filter((id) => owed.includes(id))).toEqual([])
  }
  // The sign for anything stands for itself.
  const until = theirs.at(-1)?.dueOn ?? ""
  expect(await found(partner, { text: "100 % OF_", to: until })).toEqual(theirs.map(({ id }) => id))
  expect(await found(partner, { text: "100 ofxthe" })).toEqual([])
  expect(await found(partner, { text: "100_%" })).toEqual([])
  const [, second] = theirs
  const day = second?.dueOn ?? ""
  expect(await found(partner, { text: "of_the", from: day, to: day })).toEqual([second?.id])

  const occurrence = theirs[0]?.id ?? ""
  await partner.call(reportOccurrence, { occurrence, evidence: [...note] })
  expect(await found(partner, { text: "of_the", pending: "true", to: until })).toEqual(
    theirs.slice(1).map(({ id }) => id),
  )
  expect((await stranger.call(listOccurrences, { text: "of_the" })).body.items).toEqual([])
})

test("the register's pages follow each other without gap or repeat, under every filter", async () => {
  for (const filter of [{}, { side: "host" }, { state: "upcoming" }, { whose: "mine" }, { sort: "-dueOn" }] as const) {
    const whole = await manager.call(listOccurrences, { ...filter, limit: 200 })
    const pages: string[] = []
    for (let after: string | undefined, more = true; more; ) {
      const { body } = await manager.call(listOccurrences, { ...filter, limit: 3, ...(after ? { after } : {}) })
      pages.push(...body.items.map(({ id }) => id))
      more = body.next !== null
      after = body.next ?? undefined
    }
    expect(pages).toEqual(whole.body.items.map(({ id }) => id))
  }
})

const standing = async () => {
  const { body } = await manager.call(listCommitments, { partnership, from: "2026-01-01", to: "2027-12-31" })
  return body.occurrences.map(({ id, state, dueOn, version }) => ({ id, state, dueOn, version }))
}

test("the day turns in the workspace's own time zone, across the change to summer time, and a second run changes nothing", async () => {
  const [march] = (await promise("host", { windowDays: 0 })).slice(-1)
  expect(march?.dueOn).toBe("2026-03-31")
  const stateAt = async (moment: string) => {
    moveTo(moment)
    await runJob("commitments.update-due-states", keelson)
    const once = await standing()
    await runJob("commitments.update-due-states", keelson)
    expect(await standing()).toEqual(once)
    return once.find(({ id }) => id === march?.id)?.state
  }
  // Berlin is two hours ahead from 29 March on: its 31st begins at 22:00 UTC on the 30th.
  expect(await stateAt("2026-03-30T21:59:00.000Z")).toBe("upcoming")
  expect(await stateAt("2026-03-30T22:01:00.000Z")).toBe("due")
  expect(await stateAt("2026-03-31T21:59:00.000Z")).toBe("due")
  expect(await stateAt("2026-03-31T22:01:00.000Z")).toBe("missed")
})

test("the daily job keeps occurrences a quarter ahead, to the end of the term and not beyond", async () => {
  moveTo("2026-11-20T09:00:00.000Z")
  await runJob("commitments.update-due-states", keelson)
  const days = new Set((await standing()).map(({ dueOn }) => dueOn))
  expect(days.has("2026-12-31")).toBe(true)
  expect([...days].filter((day) => day > "2027-01-04")).toEqual([])
})

test("two workers turning the same day record each promise once", async () => {
  moveTo("2026-12-01T09:00:00.000Z")
  await Promise.all([1, 2, 3].map(() => runJob("commitments.update-due-states", keelson)))
  const { rows } = await keelson.platform.transact(workspace.system, (tx) =>
    tx.client.query<{ count: number }>(
      `select count(*)::int as count from event where kind = 'commitment.missed' group by subject_id having count(*) > 1`,
    ),
  )
  expect(rows).toEqual([])
  const stale = await keelson.platform.transact(workspace.system, (tx) =>
    tx.db
      .selectFrom("stalePartnership")
      .select("partnershipId")
      .where("workspaceId", "=", workspace.system.workspaceId)
      .execute(),
  )
  expect(stale.map(({ partnershipId }) => partnershipId)).toContain(partnership)
})
