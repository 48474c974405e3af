import { expect, test } from "vitest"
import { endingsNear, noticesNear } from "#contract/agreements"
import {
  overdueOf,
  promisesMissed,
  promisesOurs,
  promisesProposed,
  promisesTheirs,
  reportOccurrence,
} from "#contract/commitments"
import { openDrift } from "#contract/drift"
import { proposalsWaiting, versionsWaiting } from "#contract/negotiation"
import { createTask, tasksWaiting } from "#contract/tasks"
import { groupOf } from "#core/attention"
import { newId } from "#platform/ids"
import { runAction } from "#platform/run-action"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import { startTestKeelson } from "#test/keelson"
import { enter, memberWith, monthly, recordPartnership, runJob } from "#test/promises"
import { actions } from "./actions.ts"
import { getHome } from "./contract.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const me = await memberWith(keelson, workspace, "partner_manager")
const mine = await recordPartnership(manager, "Contoso", me.id)
const notMine = await recordPartnership(manager, "Fabrikam", (await memberWith(keelson, workspace, "owner")).id)

test("says what needs a look: ours and theirs, drift, notice and endings, of one's own partnerships or of all", async () => {
  const short = { endsOn: "2026-04-30", noticeDays: 30 }
  await enter(manager, mine.id, [monthly("host"), monthly("partner", { windowDays: 0 })], short)
  await enter(manager, notMine.id, [monthly("host")])
  await keelson.platform.transact(workspace.system, (tx) =>
    tx.db
      .insertInto("driftCase")
      .values({
        workspaceId: tx.actor.workspaceId,
        id: newId(),
        partnershipId: mine.id,
        state: "open",
        onsetOn: "2026-01-05",
        onsetLow: "2026-01-05",
        onsetHigh: "2026-01-12",
        detectedOn: "2026-02-02",
        probability: 0.9,
        firstSide: "host",
        cause: "host_service_failure",
        finding: "{}",
        openedAt: tx.now,
        updatedAt: tx.now,
      })
      .execute(),
  )
  clock.moveTo("2026-02-04T09:00:00.000Z")
  await runJob("commitments.update-due-states", keelson)
  const { body } = await manager.call(getHome, {})
  expect(body.partnerships).toEqual({ count: 1, isMore: false })
  const { items: ours, counts } = groupOf(body.groups, promisesOurs)
  expect(counts).toMatchObject({ overdue: { count: 1, isMore: false }, due: { count: 0 } })
  expect(ours).toMatchObject([
    { partnershipName: "Contoso", isOverdue: true, state: "due", abilities: { report: true } },
  ])
  const theirs = groupOf(body.groups, promisesTheirs)
  expect(theirs).toMatchObject({ items: [], counts: { overdue: { count: 0 } } })
  expect(groupOf(body.groups, promisesMissed)).toMatchObject({
    items: [{ partnershipName: "Contoso", ours: 0, theirs: 1, newestOn: "2026-02-02" }],
    counts: { ours: { count: 0 }, theirs: { count: 1 }, partnerships: { count: 1 } },
  })
  expect([overdueOf(body.groups, "host").count, overdueOf(body.groups, "partner").count]).toEqual([1, 1])
  expect(body.partners).toEqual([
    { partnershipId: mine.id, owner: { name: expect.any(String), isSelf: true }, revenue: null, agreed: null },
  ])
  expect(groupOf(body.groups, openDrift)).toMatchObject({
    items: [
      {
        clauses: expect.arrayContaining([expect.objectContaining({ key: "drifting-since", date: "2026-01-05" })]),
        nextStep: "confirm-cause",
        nextTask: null,
      },
    ],
    counts: { drifting: { count: 1 }, silent: { count: 0 } },
  })
  expect(groupOf(body.groups, noticesNear).items).toMatchObject([{ noticeOn: "2026-03-31", endsOn: "2026-04-30" }])
  expect(groupOf(body.groups, endingsNear).items).toMatchObject([{ partnershipName: "Contoso" }])
  const all = await manager.call(getHome, { whose: "all" })
  expect(all.body.partnerships).toMatchObject({ count: 2 })
  expect(groupOf(all.body.groups, promisesOurs).counts.overdue).toMatchObject({ count: 2 })
})

test("what is done leaves the page", async () => {
  const before = await manager.call(getHome, {})
  const occurrence = groupOf(before.body.groups, promisesOurs).items[0]?.id ?? ""
  await manager.call(reportOccurrence, { occurrence, evidence: [{ kind: "note", note: "done" }] })
  expect(groupOf((await manager.call(getHome, {})).body.groups, promisesOurs).items).toEqual([])
})

test("the page costs the same few queries however much there is", async () => {
  const [home] = actions
  if (!home) throw new Error("no action")
  const queriesOf = async () => {
    let queries = 0
    const counting: typeof keelson.platform.transact = (actor, work) =>
      keelson.platform.transact(actor, (tx) => {
        const { query } = tx.client
        const counted = (...given: unknown[]) => {
          queries++
          return (query as (...given: unknown[]) => unknown).apply(tx.client, given)
        }
        tx.client.query = counted as typeof query
        return work(tx).finally(() => {
          tx.client.query = query
        })
      })
    await runAction({ ...keelson.platform, transact: counting }, home as never, workspace.system, { whose: "all" })
    return queries
  }
  const few = await queriesOf()
  for (let index = 0; index < 5; index++)
    await enter(manager, (await recordPartnership(manager, `More ${index}`)).id, [monthly("host"), monthly("partner")])
  expect(few).toBeLessThanOrEqual(5 + 2 * keelson.platform.contributed.attention.length)
  expect(await queriesOf()).toBe(few)
})

test("a partner's people are told what both sides know, and strangers nothing", async () => {
  const partner = await workspace.asPartner(mine.organizationId)
  const { body } = await partner.call(getHome, { whose: "all" })
  expect(body.groups.map(({ key }) => key)).toEqual([
    tasksWaiting.key,
    promisesOurs.key,
    promisesTheirs.key,
    promisesProposed.key,
    noticesNear.key,
    endingsNear.key,
    proposalsWaiting.key,
    versionsWaiting.key,
  ])
  const names = body.groups.flatMap(({ items }) => items.map((item) => item["partnershipName"]))
  expect(new Set(names)).toEqual(new Set(["Contoso"]))
  expect(groupOf(body.groups, promisesTheirs).items).toMatchObject([
    { state: "missed", abilities: { waive: "not-owed-to-you" } },
  ])
  const elsewhere = await (await keelson.workspace("Elsewhere")).as("owner")
  expect((await elsewhere.call(getHome, { whose: "all" })).body.groups.flatMap(({ items }) => items)).toEqual([])
})

test("a company's people are told of their own tasks that are due, and of nobody else's", async () => {
  const { partnership, companies, host, first, second } = await recordConsortium(workspace)
  const subject = { subjectKind: "partnership", subjectId: partnership }
  const due = { how: "by_hand", dueOn: "2026-01-09" } as const
  for (const [title, party] of [
    ["host's", undefined],
    ["first's", companies[0]],
    ["second's", companies[1]],
  ] as const)
    await host.call(createTask, {
      ...subject,
      ...{ title, due, side: party === undefined ? "host" : "partner" },
      ...(party ? { party } : {}),
    })
  const tasks = async (who: typeof first) => {
    const { items, counts } = groupOf((await who.call(getHome, { whose: "all" })).body.groups, tasksWaiting)
    return [items.map(({ title }) => title), counts.overdue.count + counts.soon.count]
  }
  expect(await tasks(first)).toEqual([["first's"], 1])
  expect(await tasks(second)).toEqual([["second's"], 1])
  expect(await tasks(host)).toEqual([["host's"], 1])
})

test("what one side has reported waits for the other", async () => {
  const partnership = await recordPartnership(manager, "Tailspin", me.id)
  await enter(manager, partnership.id, [
    monthly("host", { evidenceNeeded: "confirmation" }),
    monthly("partner", { evidenceNeeded: "confirmation" }),
  ])
  const partner = await workspace.asPartner(partnership.organizationId)
  clock.moveTo("2026-03-02T09:00:00.000Z")
  await runJob("commitments.update-due-states", keelson)
  const listed = async (who: typeof partner | typeof manager, shape: typeof promisesOurs) =>
    groupOf((await who.call(getHome, { whose: "mine" })).body.groups, shape).items.filter(
      ({ partnershipId }) => partnershipId === partnership.id,
    )
  for (const [own, other, shape] of [
    [manager, partner, promisesOurs],
    [partner, manager, promisesTheirs],
  ] as const) {
    const [promise] = await listed(own, shape)
    const occurrence = promise?.id ?? ""
    await own.call(reportOccurrence, { occurrence, evidence: [{ kind: "note", note: "done" }] })
    expect((await listed(own, shape)).map(({ id }) => id)).not.toContain(occurrence)
    expect(await listed(other, shape)).toContainEqual(
      expect.objectContaining({
        id: occurrence,
        awaitsConfirmation: true,
        abilities: expect.objectContaining({ confirm: true }),
      }),
    )
  }
})
