import { expect, test } from "vitest"
import { noticeDraftOf } from "#acts/agreements/noticeDraft"
import { type AgreementDraft, emptyObjective, inputOf } from "./draft.ts"

const draft: AgreementDraft = {
  title: " Frame ",
  startsOn: "2026-12-01",
  endsOn: "2027-11-30",
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

test("no value is no value, not zero", () => {
  expect(inputOf({ ...draft, value: "" })).not.toHaveProperty("value")
})
