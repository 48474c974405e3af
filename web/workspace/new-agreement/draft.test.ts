import { expect, test } from "vitest"
import { noticeDraftOf } from "#acts/agreements/noticeDraft"
import { type AgreementDraft, emptyCommitment, emptyObjective, inputOf } from "./draft.ts"

const draft: AgreementDraft = {
  title: " Frame ",
  startsOn: "2026-12-01",
  endsOn: "2027-11-30",
  ...{ isFromSigning: false, termMonths: 12 },
  ...noticeDraftOf({}),
  value: 1200.5,
  currency: "EUR",
  periodsOfAll: "",
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

test("which periods count is said of all promises at once, or of each; what needs none to be said says none", () => {
  const line = { ...emptyCommitment("partner"), title: "Campaigns", measure: "amount_per_period" as const }
  const two = { ...line, amount: 2, unit: "campaigns" }
  const said = (more: Partial<AgreementDraft>, lines = [two]) =>
    inputOf({ ...draft, startsOn: "2027-02-15", endsOn: "2027-12-31", ...more, commitments: lines }).commitments?.map(
      ({ periods, partial, firstAmount, lastAmount }) => [periods, partial, firstAmount, lastAmount],
    )
  const none = [undefined, undefined, undefined, undefined]
  expect(said({})).toEqual([none])
  expect(said({ periodsOfAll: "contract" })).toEqual([["contract", undefined, undefined, undefined]])
  expect(said({ periodsOfAll: "pro_rata" })).toEqual([["calendar", "pro_rata", undefined, undefined]])
  const uneven = { ...two, firstAmount: 1 }
  expect(said({ periodsOfAll: "pro_rata", startsOn: "2027-03-01" }, [uneven])).toEqual([
    ["calendar", "pro_rata", 1, undefined],
  ])
  // What was said of a part that asks no more is not sent.
  expect(said({ periodsOfAll: "pro_rata" }, [uneven])).toEqual([["calendar", "pro_rata", undefined, undefined]])
  expect(said({ periodsOfAll: "contract", startsOn: "2027-01-01" })).toEqual([none])
  // What the agreement has already goes on as it did, unless it is to come at another pace.
  const standing = { ...two, was: { id: "p1", cadence: "quarterly" as const } }
  expect(said({ periodsOfAll: "pro_rata" }, [standing, two])).toEqual([
    none,
    ["calendar", "pro_rata", undefined, undefined],
  ])
  const faster = { ...standing, cadence: "monthly" as const }
  expect(said({ periodsOfAll: "contract" }, [faster])).toEqual([["contract", undefined, undefined, undefined]])
  const own = { ...two, periods: "first_full" as const }
  expect(said({ periodsOfAll: "each" }, [own, two])).toEqual([["calendar", "first_full", undefined, undefined], none])
})

test("no value is no value, not zero", () => {
  expect(inputOf({ ...draft, value: "" })).not.toHaveProperty("value")
})
