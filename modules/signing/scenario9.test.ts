import { afterAll, beforeEach, expect, test } from "vitest"
import { amendAgreement, editAgreementDraft, getAgreementDraft, listAgreements, putInForce } from "#contract/agreements"
import { listOccurrences } from "#contract/commitments"
import type { Id } from "#core/ids"
import { clauses, signingScene } from "#test/signing"
import { codeOf } from "#test/tasks"

/* Scenario 9: in force on the day of the last signature, for twelve months, with three months' notice to its end. */
const scene = await signingScene()
const { manager, ben, clock, agreed, benSigns, ayaSigns, startWith, overview, sign, run, stateOf } = scene
afterAll(scene.smtp.stop)
const opened = "2027-03-30T09:00:00.000Z"
beforeEach(() => clock.moveTo(opened))

const report = {
  ...({ owedBy: "partner", title: "Monthly figures", measure: "per_cadence", cadence: "monthly" } as const),
  ...{ periods: "contract" },
}
const term = {
  ...{ startsOn: "2027-03-15", begins: "last_signature", termMonths: 12 },
  ...{ noticeMonths: 3, noticeTo: "term", commitments: [report] },
}
const made = async (name: string, more: object = {}) => {
  const scene = await agreed(name, { clauses }, { ...term, timeZone: "Europe/Berlin", ...more })
  await startWith(scene.id, [benSigns, ayaSigns(scene)])
  await run()
  return scene
}
const agreementOf = async (partnership: Id, who = manager) =>
  (await who.call(listAgreements, { partnership })).body.items.find(({ title }) => title.startsWith("Frame"))
const benAt = "2027-03-31T16:05:00.000Z"
const ayaAt = "2027-03-31T23:30:00.000Z"
const bothSign = async ({ id, partner }: Awaited<ReturnType<typeof made>>) => {
  clock.moveTo(benAt)
  await sign(ben, id, "Ben Host")
  clock.moveTo(ayaAt)
  const { countsOn, timeZone } = await overview(partner, id)
  await sign(partner, id, "Aya Mori")
  await run()
  return { countsOn, timeZone }
}

test("scenario 9: signed in Los Angeles in the afternoon it counts for the next day in Berlin, told before it is pressed", async () => {
  const cascade = await made("Cascade")
  expect(await stateOf(cascade.id)).toBe("in_review")
  expect(await bothSign(cascade)).toEqual({ countsOn: "2027-04-01", timeZone: "Europe/Berlin" })
  for (const who of [manager, cascade.partner])
    expect(await agreementOf(cascade.partnership, who)).toMatchObject({
      ...{ startsOn: "2027-04-01", endsOn: "2028-03-31", lastNoticeOn: "2027-12-31", signedOn: "2027-04-01" },
      ...{ state: "in_force", hostSigner: "Ben Host", partnerSigner: "Aya Mori" },
    })
  const { latest } = await overview(cascade.partner, cascade.id)
  expect(latest?.signers.map(({ doneAt }) => doneAt)).toEqual([benAt, ayaAt])
  const due = (await manager.call(listOccurrences, { partnership: cascade.partnership, limit: 50 })).body.items
  expect(due.slice(0, 2).map(({ firstDueOn }) => firstDueOn)).toEqual(["2027-04-30", "2027-05-31"])
})

test("where its days end elsewhere the same signatures count for the day before", async () => {
  const angeles = await made("Los Angeles", { timeZone: "America/Los_Angeles" })
  expect(await bothSign(angeles)).toEqual({ countsOn: "2027-03-31", timeZone: "America/Los_Angeles" })
  expect(await agreementOf(angeles.partnership)).toMatchObject({ startsOn: "2027-03-31", endsOn: "2028-03-30" })
  // Ahead of the workspace's own day too: tomorrow is no day that has not come yet.
  clock.moveTo(opened)
  const tokyo = await made("Tokyo", { timeZone: "Asia/Tokyo" })
  clock.moveTo("2027-03-31T16:05:00.000Z")
  await sign(ben, tokyo.id, "Ben Host")
  await sign(tokyo.partner, tokyo.id, "Aya Mori")
  await run()
  expect(await stateOf(tokyo.id)).toBe("in_force")
  expect(await agreementOf(tokyo.partnership)).toMatchObject({ startsOn: "2027-04-01", signedOn: "2027-04-01" })
})

test("until then it is planned, its last day follows from its length, and nobody takes it over without a day", async () => {
  const { id, partnership } = await agreed("Planned", { clauses }, { ...term, endsOn: "2027-05-01" })
  const { body } = await manager.call(getAgreementDraft, { agreementDraft: id })
  expect(body.content).toMatchObject({ startsOn: "2027-03-15", endsOn: "2028-03-14", termMonths: 12 })
  expect(body.lastNoticeOn).toBe("2027-12-14")
  expect(codeOf(await manager.call(putInForce, { agreementDraft: id, takenOver: true }))).toEqual([
    422,
    "signature-needed",
  ])
  const signed = { hostSigner: "Ben", partnerSigner: "Aya", signedOn: "2027-03-29" }
  expect((await manager.call(putInForce, { agreementDraft: id, ...signed })).status).toBe(200)
  expect(await agreementOf(partnership)).toMatchObject({ startsOn: "2027-03-29", endsOn: "2028-03-28" })
})

test("a fixed last day stays where no length was agreed", async () => {
  const { id, partnership } = await agreed(
    "Until a day",
    { clauses },
    { ...term, termMonths: undefined, endsOn: "2027-12-31" },
  )
  const signed = { hostSigner: "Ben", partnerSigner: "Aya", signedOn: "2027-03-29" }
  expect((await manager.call(putInForce, { agreementDraft: id, ...signed })).status).toBe(200)
  expect(await agreementOf(partnership)).toMatchObject({ startsOn: "2027-03-29", endsOn: "2027-12-31" })
})

test("what has a first day of its own, or asks for a share of days that nobody knows yet, is told before anybody signs", async () => {
  const findings = async (name: string, line: object) => {
    const scene = await agreed(name, { clauses }, { ...term, commitments: [{ ...report, ...line }] })
    const { body } = await manager.call(getAgreementDraft, { agreementDraft: scene.id })
    const started = await startWith(scene.id, [benSigns, ayaSigns(scene)])
    return { started: codeOf(started), blocked: body.findings.find(({ blocks }) => blocks)?.code }
  }
  expect(await findings("Own day", { startsOn: "2027-03-20" })).toEqual({
    started: [422, "begins-with-signing"],
    blocked: "begins-with-signing",
  })
  const shared = { cadence: "quarterly", periods: "calendar", partial: "pro_rata" }
  expect(await findings("Share", shared)).toEqual({
    started: [422, "share-uneven"],
    blocked: "share-uneven",
  })
  const said = await findings("Said", { ...shared, firstAmount: 0, lastAmount: 1 })
  expect([said.started[0], said.blocked]).toEqual([201, undefined])
})

test("a change begins on a day that is named", async () => {
  const { id } = await agreed("Changed later", { clauses }, term)
  const signed = { hostSigner: "Ben", partnerSigner: "Aya", signedOn: "2027-03-29" }
  await manager.call(putInForce, { agreementDraft: id, ...signed })
  const { body } = await manager.call(amendAgreement, {
    agreement: id,
    kind: "change",
    validFrom: "2027-04-01",
    reason: "more",
  })
  expect(body.content).not.toHaveProperty("begins")
  const edited = await manager.call(
    editAgreementDraft,
    { agreementDraft: body.id, validFrom: "2027-04-01", ...body.content, begins: "last_signature" } as never,
    { ifMatch: body.version },
  )
  expect(codeOf(edited)).toEqual([422, "first-version-only"])
})
