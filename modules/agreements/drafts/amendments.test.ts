import { expect, test } from "vitest"
import { listCommitments } from "#contract/commitments"
import { listObjectives } from "#contract/objectives"
import type { Id } from "#core/ids"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, monthly, recordPartnership, runJob } from "#test/promises"
import {
  amendAgreement,
  editAgreement,
  editAgreementDraft,
  getAgreement,
  getAgreementDraft,
  listAgreementDrafts,
  moveAgreementDraft,
  putInForce,
  rebaseAgreementDraft,
} from "../contract.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")

const goal = { category: "revenue", metric: "revenue", title: "Joint revenue", target: 1_200, unit: "EUR" } as const
const signed = { hostSigner: "Ada Berg", partnerSigner: "Kim Lee", signedOn: "2026-01-02" }
const review = (agreementDraft: Id) => manager.call(moveAgreementDraft, { agreementDraft, to: "in_review" })
const dueDays = async (partnership: Id, to = "2026-12-31") =>
  (await manager.call(listCommitments, { partnership, to })).body.occurrences

const open = async (name: string, more = {}) => {
  const partnership = await recordPartnership(manager, name)
  const agreement = await enter(manager, partnership.id, [monthly("host"), monthly("partner")], {
    ...{ objectives: [goal], ...signed },
    ...more,
  })
  return { partnership: partnership.id, agreement: agreement.id, organizationId: partnership.organizationId }
}
const amend = async (agreement: Id, wanted: object, edited?: (draft: object) => object) => {
  const { body } = await manager.call(amendAgreement, { agreement, reason: "agreed in March", ...wanted } as never)
  if (edited) {
    const { id: agreementDraft, version, content: now, validFrom } = body
    const input = { agreementDraft, ...edited(now), ...(validFrom === null ? {} : { validFrom }) }
    expect(await manager.call(editAgreementDraft, input as never, { ifMatch: version })).toMatchObject({ status: 200 })
  }
  await review(body.id)
  return body
}
type Lines = { title: string; commitments: { owedBy: string }[]; objectives: object[] }

test("a change holds from its day: what fell due before keeps its version, and what was known then stays known", async () => {
  const { partnership, agreement } = await open("Changed")
  moveTo("2026-03-10T09:00:00.000Z")
  await runJob("commitments.update-due-states", keelson)
  const before = await dueDays(partnership, "2026-03-09")
  const draft = await amend(agreement, { kind: "change", validFrom: "2026-03-10" }, (now) => {
    const { commitments, objectives, ...rest } = now as Lines
    return {
      ...rest,
      commitments: commitments.map((line) =>
        line.owedBy === "host" ? { ...line, title: "weekly now", cadence: "weekly" } : line,
      ),
      objectives: objectives.map((line) => ({ ...line, target: 2_400, reading: "total" })),
    }
  })
  expect((await manager.call(putInForce, { agreementDraft: draft.id })).body).toMatchObject({
    code: "signature-needed",
  })
  expect((await manager.call(putInForce, { agreementDraft: draft.id, ...signed })).body).toMatchObject({
    state: "in_force",
    changes: {
      commitments: {
        changed: [
          { fields: [{ field: "title", before: "host sends figures", after: "weekly now" }, { field: "cadence" }] },
        ],
      },
    },
  })
  expect(await dueDays(partnership, "2026-03-09")).toEqual(before)
  const after = (await dueDays(partnership, "2026-03-31")).filter(({ dueOn }) => dueOn >= "2026-03-10")
  expect(after.map(({ title, dueOn }) => `${dueOn} ${title}`)).toEqual([
    "2026-03-16 weekly now",
    "2026-03-23 weekly now",
    "2026-03-30 weekly now",
    "2026-03-31 partner sends figures",
  ])
  const target = async (asOf: string) =>
    (await manager.call(listObjectives, { partnership, asOf })).body.items.map((each) => each.target)
  expect([await target("2026-03-09"), await target("2026-03-10")]).toEqual([[1_200], [2_400]])
  expect((await manager.call(getAgreement, { agreement })).body).toMatchObject({ state: "amended", objectives: 1 })
})

test("agreed for a day that has passed, a change makes no miss backwards; as often as before, it falls due on the same days", async () => {
  const { partnership, agreement } = await open("Renamed")
  const draft = await amend(agreement, { kind: "change", validFrom: "2026-02-01" }, (now) => {
    const { commitments, ...rest } = now as Lines
    return {
      ...rest,
      commitments: commitments.map((line) => (line.owedBy === "host" ? { ...line, title: "anew" } : line)),
    }
  })
  await manager.call(putInForce, { agreementDraft: draft.id, ...signed })
  const days = (await dueDays(partnership, "2026-06-30")).filter(({ title }) => title === "anew")
  expect(days.map(({ dueOn }) => dueOn)).toEqual(["2026-03-31", "2026-04-30", "2026-06-01", "2026-06-30"])
})

test("a change signed today for a later day waits for it; then it holds, once", async () => {
  const { agreement } = await open("Later")
  const draft = await amend(agreement, { kind: "change", validFrom: "2026-03-20", noticeDays: 10 })
  expect((await manager.call(putInForce, { agreementDraft: draft.id, ...signed })).body.state).toBe("agreed")
  await runJob("agreements.apply-agreed", keelson)
  expect((await manager.call(getAgreement, { agreement })).body.noticeDays).toBe(90)
  moveTo("2026-03-20T09:00:00.000Z")
  for (const _ of [1, 2]) await runJob("agreements.apply-agreed", keelson)
  expect((await manager.call(getAgreement, { agreement })).body).toMatchObject({
    noticeDays: 10,
    state: "amended",
    version: 2,
  })
})

test("a correction holds from the beginning, needs no signature and no day; the term's end takes its promises along", async () => {
  const { partnership, agreement } = await open("Corrected")
  expect(
    (await manager.call(amendAgreement, { agreement, kind: "correction", reason: "typo", validFrom: "2026-03-20" }))
      .body,
  ).toMatchObject({ code: "valid-from-expected" })
  const draft = await amend(agreement, { kind: "correction", endsOn: "2026-05-31" }, (now) => {
    const { objectives, ...rest } = now as Lines
    return { ...rest, objectives: objectives.map((line) => ({ ...line, endsOn: "2026-05-31", target: 900 })) }
  })
  expect(
    (await manager.call(getAgreementDraft, { agreementDraft: draft.id })).body.findings.filter(({ blocks }) => blocks),
  ).toEqual([])
  expect((await manager.call(putInForce, { agreementDraft: draft.id })).body.state).toBe("in_force")
  expect((await manager.call(getAgreement, { agreement })).body).toMatchObject({
    state: "in_force",
    endsOn: "2026-05-31",
  })
  expect((await dueDays(partnership)).at(-1)?.dueOn).toBe("2026-06-01")
  const on = async (asOf: string) => (await manager.call(listObjectives, { partnership, asOf })).body.items
  expect((await on("2026-01-15")).map(({ target }) => target)).toEqual([900])
})

test("what somebody else changed meanwhile is not written over; history stays", async () => {
  const { agreement, partnership } = await open("Raced")
  const draft = await amend(agreement, { kind: "change", validFrom: "2026-03-25", noticeDays: 60 })
  const { version, title, startsOn } = (await manager.call(getAgreement, { agreement })).body
  const edit = { agreement, title, startsOn, endsOn: "2026-12-31", noticeDays: 45 }
  expect((await manager.call(editAgreement, edit, { ifMatch: version })).status).toBe(200)
  moveTo("2026-03-25T09:00:00.000Z")
  expect((await manager.call(putInForce, { agreementDraft: draft.id, ...signed })).body).toMatchObject({
    code: "rebase-first",
  })
  await manager.call(moveAgreementDraft, { agreementDraft: draft.id, to: "withdrawn" })
  const { items } = (await manager.call(listAgreementDrafts, { partnership })).body
  expect(items.map(({ kind, state, changes }) => ({ kind, state, term: changes?.term }))).toEqual([
    { kind: "correction", state: "in_force", term: [{ field: "noticeDays", before: 90, after: 45 }] },
  ])
})

test("a change does not move the first day, and an amendment of nothing is refused", async () => {
  const { agreement } = await open("Nothing")
  const first = await amend(agreement, { kind: "change", validFrom: "2026-04-01", startsOn: "2026-02-01" })
  moveTo("2026-04-01T09:00:00.000Z")
  expect((await manager.call(putInForce, { agreementDraft: first.id, ...signed })).body).toMatchObject({
    code: "first-day-corrected",
  })
  await manager.call(moveAgreementDraft, { agreementDraft: first.id, to: "withdrawn" })
  const none = await amend(agreement, { kind: "change", validFrom: "2026-04-01" })
  expect((await manager.call(putInForce, { agreementDraft: none.id, ...signed })).body).toMatchObject({
    code: "nothing-amended",
  })
})

test("of two amendments, one after the other, each keeps its own day, signers and reason", async () => {
  const { agreement, partnership } = await open("Twice")
  const put = async (validFrom: string, noticeDays: number, hostSigner: string) => {
    moveTo(`${validFrom}T09:00:00.000Z`)
    const { id: agreementDraft } = await amend(agreement, {
      ...{ kind: "change", validFrom, noticeDays, reason: `agreed by ${hostSigner}` },
    })
    await manager.call(putInForce, { agreementDraft, ...signed, hostSigner, signedOn: validFrom })
  }
  await put("2026-04-10", 60, "Ada Berg")
  await put("2026-04-20", 30, "Ben Cole")
  const { items } = (await manager.call(listAgreementDrafts, { partnership })).body
  const told = items.map(({ validFrom, hostSigner, signedOn, reason, changes }) => ({
    ...{ validFrom, hostSigner, signedOn, reason, term: changes?.term },
  }))
  const term = (before: number, after: number) => [{ field: "noticeDays", before, after }]
  expect(told.toSorted((one, other) => String(one.validFrom).localeCompare(String(other.validFrom)))).toEqual([
    {
      ...{ validFrom: "2026-04-10", hostSigner: "Ada Berg", signedOn: "2026-04-10", reason: "agreed by Ada Berg" },
      term: term(90, 60),
    },
    {
      ...{ validFrom: "2026-04-20", hostSigner: "Ben Cole", signedOn: "2026-04-20", reason: "agreed by Ben Cole" },
      term: term(60, 30),
    },
  ])
})

test("an agreement with a value is amended like any other; a line taken out beside an untouched change collides with nothing", async () => {
  clock.moveTo("2026-07-01T09:00:00.000Z")
  const { agreement } = await open("Valued", { value: { amountMinor: 90_000_00, currency: "EUR" } })
  const first = await amend(agreement, { kind: "correction" }, (now) => ({ ...now, title: "Valued frame" }))
  const second = await amend(agreement, { kind: "correction" }, (now) => ({
    ...now,
    value: { amountMinor: 80_000_00, currency: "EUR" },
    commitments: (now as Lines).commitments.filter(({ owedBy }) => owedBy === "host"),
  }))
  expect((await manager.call(putInForce, { agreementDraft: first.id, ...signed })).body).toMatchObject({
    state: "in_force",
  })
  expect((await manager.call(putInForce, { agreementDraft: second.id, ...signed })).body).toMatchObject({
    code: "rebase-first",
  })
  await manager.call(moveAgreementDraft, { agreementDraft: second.id, to: "draft" })
  const { body } = await manager.call(rebaseAgreementDraft, { agreementDraft: second.id })
  expect(body).toMatchObject({ collisions: [], content: { title: "Valued frame", value: { amountMinor: 80_000_00 } } })
  expect(body.content.commitments).toHaveLength(1)
  await review(second.id)
  expect((await manager.call(putInForce, { agreementDraft: second.id, ...signed })).body).toMatchObject({
    state: "in_force",
  })
})
