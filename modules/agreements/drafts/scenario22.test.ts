import { expect, test } from "vitest"
import { listOccurrences } from "#contract/commitments"
import type { RequestOf } from "#core/endpoint"
import type { Id } from "#core/ids"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { recordPartnership, runJob } from "#test/promises"
import {
  amendAgreement,
  draftAgreement,
  editAgreement,
  editAgreementDraft,
  enterAgreement,
  getAgreementDraft,
  moveAgreementDraft,
  putInForce,
  terminateAgreement,
} from "../contract.ts"

// Scenario 22: from 15 February to 31 December 2027 Cascade owes two joint campaigns a quarter.

const clock = movableClock("2027-02-01T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")

const term = { title: "Reseller agreement", startsOn: "2027-02-15", endsOn: "2027-12-31" }
const promise = {
  ...({ owedBy: "partner", title: "Joint campaigns", measure: "amount_per_period", cadence: "quarterly" } as const),
  ...{ amount: 2, unit: "campaigns" },
}
const byShare = { ...promise, periods: "calendar", partial: "pro_rata" } as const
type Line = NonNullable<RequestOf<typeof enterAgreement>["commitments"]>[number]

const cascade = async (name: string) => {
  const { id, organizationId } = await recordPartnership(manager, name)
  return { partnership: id, partner: await workspace.asPartner(organizationId, "partner_admin") }
}
const due = async (caller: typeof manager, partnership: Id) =>
  (await caller.call(listOccurrences, { partnership, limit: 50 })).body.items.map(({ dueOn, amount }) => [
    dueOn,
    amount,
  ])
const enter = (partnership: Id, line: Line, more: object = {}) =>
  manager.call(enterAgreement, { partnership, ...term, ...more, commitments: [line] })
const entered = async (name: string, line: Line, more: object = {}) => {
  const { partnership, partner } = await cascade(name)
  const { status, body } = await enter(partnership, line, more)
  expect(status).toBe(201)
  return { partnership, partner, agreement: body }
}
const makeAll = async () => {
  for (const day of ["2027-06-01", "2027-09-01"]) {
    clock.moveTo(`${day}T09:00:00.000Z`)
    await runJob("commitments.update-due-states", keelson)
  }
  clock.moveTo("2027-02-01T09:00:00.000Z")
}
const half = [
  ["2027-03-31", 1],
  ["2027-06-30", 2],
]

test("scenario 22: the draft asks which quarter is meant, and tells both the days it would fall due on", async () => {
  const { partnership, partner } = await cascade("Cascade drafts")
  const { body: draft } = await manager.call(draftAgreement, { partnership, ...term, commitments: [promise] })
  const codes = (view: typeof draft) => view.findings.map(({ code }) => code)
  expect(codes(draft)).toContain("periods-unsaid")
  expect(draft.nextDays[0]?.map(({ dueOn }) => dueOn)).toEqual(["2027-05-14", "2027-08-16", "2027-11-15"])

  const say = async (line: Line, version: number, more: object = {}) =>
    (
      await manager.call(
        editAgreementDraft,
        { agreementDraft: draft.id, ...term, ...more, objectives: [], commitments: [line] },
        { ifMatch: version },
      )
    ).body
  const uneven = await say(byShare, draft.version, { startsOn: "2027-03-01" })
  expect(uneven.findings[0]).toMatchObject({ code: "share-uneven", blocks: true, at: "commitments.0" })
  expect(uneven.nextDays[0]?.[0]).toEqual({ dueOn: "2027-03-31", amount: 0.688889 })
  const said = await say(byShare, uneven.version)
  expect([codes(said).includes("share-uneven"), codes(said).includes("periods-unsaid")]).toEqual([false, false])
  await manager.call(moveAgreementDraft, { agreementDraft: draft.id, to: "in_review" })
  const days = [
    { dueOn: "2027-03-31", amount: 1 },
    ...["2027-06-30", "2027-09-30"].map((dueOn) => ({ dueOn, amount: null })),
  ]
  for (const reader of [manager, partner])
    expect((await reader.call(getAgreementDraft, { agreementDraft: draft.id })).body.nextDays).toEqual([days])
})

test("scenario 22: by contract or by calendar, both read the same days, and nobody rounds a share", async () => {
  const [own, shared, whole] = [
    await entered("Cascade by contract", { ...promise, periods: "contract" }),
    await entered("Cascade by the calendar", byShare),
    await entered("Cascade from the first whole one", { ...byShare, partial: "first_full" }),
  ]
  await makeAll()
  const rest = [
    ["2027-09-30", 2],
    ["2027-12-31", 2],
  ]
  const expected = [
    [
      ["2027-05-14", 2],
      ["2027-08-16", 2],
      ["2027-11-15", 2],
    ],
    [...half, ...rest],
    [["2027-06-30", 2], ...rest],
  ]
  for (const [index, { partnership, partner }] of [own, shared, whole].entries())
    for (const reader of [manager, partner]) expect(await due(reader, partnership)).toEqual(expected[index])
  const { partnership } = await cascade("Cascade from March")
  const refused = await enter(partnership, byShare, { startsOn: "2027-03-01" })
  expect([refused.status, refused.body]).toMatchObject([
    422,
    { code: "share-uneven", detail: { field: "commitments.0.firstAmount", share: 0.688889 } },
  ])
  expect((await enter(partnership, { ...byShare, firstAmount: 0 }, { startsOn: "2027-03-01" })).status).toBe(201)
  expect(await due(manager, partnership)).toEqual([["2027-06-30", 2]])
})

test("what makes no sense of periods is refused by name", async () => {
  const { partnership } = await cascade("Cascade, wrong input")
  for (const [wrong, field] of [
    [{ periods: "calendar" }, "partial"],
    [{ periods: "contract", partial: "pro_rata" }, "partial"],
    [{ periods: "contract", cadence: "weekly" }, "periods"],
    [{ periods: "calendar", partial: "first_full", firstAmount: 1 }, "firstAmount"],
  ] as const) {
    const { status, body } = await enter(partnership, { ...promise, ...wrong } as Line)
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining(field)])
  }
})

test("an end that moves cuts off another part: what was said of the old one is said of no other", async () => {
  const { partnership, agreement } = await entered(
    "Cascade ends early",
    { ...byShare, lastAmount: 2 },
    { endsOn: "2027-05-31" },
  )
  expect(await due(manager, partnership)).toEqual([
    ["2027-03-31", 1],
    ["2027-05-31", 2],
  ])
  const { title, startsOn } = term
  const longer = await manager.call(
    editAgreement,
    { agreement: agreement.id, title, startsOn, endsOn: "2027-12-31" },
    { ifMatch: agreement.version },
  )
  expect(longer.status).toBe(200)
  expect(await due(manager, partnership)).toEqual(half)
  await manager.call(terminateAgreement, { agreement: agreement.id, endsOn: "2027-05-15", reason: "sold" })
  // A Saturday, and the Monday after it is a holiday in Germany.
  expect(await due(manager, partnership)).toEqual([
    ["2027-03-31", 1],
    ["2027-05-18", 0.989011],
  ])
})

const amended = async (agreement: Id, validFrom: string, more: object) => {
  clock.moveTo(`${validFrom}T09:00:00.000Z`)
  const wanted = { agreement, kind: "change" as const, validFrom, reason: "another grace" }
  const { body: draft } = await manager.call(amendAgreement, wanted)
  const { commitments, ...rest } = draft.content
  expect(draft.findings.map(({ code }) => code)).not.toContain("periods-unsaid")
  await manager.call(
    editAgreementDraft,
    {
      agreementDraft: draft.id,
      validFrom,
      ...rest,
      commitments: commitments.map((line) => ({ ...line, ...more })),
    } as never,
    { ifMatch: draft.version },
  )
  await manager.call(moveAgreementDraft, { agreementDraft: draft.id, to: "in_review" })
  const signed = { hostSigner: "Ben", partnerSigner: "Aya", signedOn: validFrom }
  expect((await manager.call(putInForce, { agreementDraft: draft.id, ...signed })).status).toBe(200)
  return draft.content.commitments[0]
}

test("an amendment in the first part, or in the last one, leaves what both said of it", async () => {
  const first = await entered("Cascade amended", byShare)
  expect(await amended(first.agreement.id, "2027-03-10", { windowDays: 14 })).toMatchObject({
    ...{ periods: "calendar", partial: "pro_rata" },
  })
  expect(await due(manager, first.partnership)).toEqual(half)
  clock.moveTo("2027-02-01T09:00:00.000Z")
  const last = await entered("Cascade amended late", { ...byShare, lastAmount: 1 }, { endsOn: "2027-05-31" })
  await amended(last.agreement.id, "2027-04-12", { windowDays: 14 })
  expect(await due(manager, last.partnership)).toEqual([
    ["2027-03-31", 1],
    ["2027-05-31", 1],
  ])
  clock.moveTo("2027-02-01T09:00:00.000Z")
  const unsaid = await entered("Cascade unsaid", promise)
  await amended(unsaid.agreement.id, "2027-03-10", { windowDays: 14 })
  expect((await due(manager, unsaid.partnership))[0]).toEqual(["2027-05-14", 2])
  clock.moveTo("2027-02-01T09:00:00.000Z")
})
