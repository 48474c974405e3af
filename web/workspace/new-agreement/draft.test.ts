import { expect, test } from "vitest"
import { noticeDraftOf } from "#acts/agreements/noticeDraft"
import { type AgreementDraft, emptyObjective, inputOf } from "./draft.ts"

const draft: AgreementDraft = {
  title: " Frame ",
  startsOn: "2026-12-01",
  endsOn: "2027-11-30",
  ...{ isFromSigning: false, termMonths: 12 },
  ...noticeDraftOf({}),
  value: 1200.5,
  currency: "EUR",
  commitments: [],
  objectives: [{ ...emptyObjective("EUR"), title: "Revenue", target: 10, hostOwnerId: "m1", partnerOwnerId: null }],
}

test("what was said is sent: the value in minor units, an owner by id; what was left empty or cleared is left out", () => {
  const sent = inputOf(draft)
  expect(sent).toMatchObject({ title: "Frame", value: { amountMinor: 120_050, currency: "EUR" } })
  expect(sent).not.toHaveProperty("noticeDays")
  expect(sent.objectives?.[0]).toMatchObject({ hostOwnerId: "m1" })
  expect(sent.objectives?.[0]).not.toHaveProperty("partnerOwnerId")
})

test("what begins with the last signature says for how long it then runs, or until which day", () => {
  const waiting = inputOf({ ...draft, isFromSigning: true })
  expect(waiting).toMatchObject({ startsOn: "2026-12-01", begins: "last_signature", termMonths: 12 })
  expect(waiting).not.toHaveProperty("endsOn")
  expect(inputOf({ ...draft, isFromSigning: true, termMonths: "" })).toMatchObject({ endsOn: "2027-11-30" })
  expect(inputOf(draft)).not.toHaveProperty("begins")
  expect(inputOf(draft)).not.toHaveProperty("termMonths")
})

test("no value is no value, not zero", () => {
  expect(inputOf({ ...draft, value: "" })).not.toHaveProperty("value")
})
