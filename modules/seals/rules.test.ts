import { expect, test } from "vitest"
import { endOfAuthority, endOfSeal, mayStillSeal, mayStillVouch, outcomeOf } from "./rules.ts"

const seal = { isOurs: true, isIntact: true, coversAll: true }

test("a certificate seals for two of its three years, to the second", () => {
  expect(endOfSeal("2027-03-31T23:30:00.000Z")).toBe("2030-03-31T23:30:00.000Z")
  expect(mayStillSeal("2030-03-31T23:30:00Z", "2029-03-31T23:30:00Z")).toBe(true)
  expect(mayStillSeal("2030-03-31T23:30:00Z", "2029-03-31T23:30:01Z")).toBe(false)
})

test("no certificate outlives the authority that vouches for it", () => {
  expect(endOfAuthority("2027-03-31T00:00:00.000Z")).toBe("2057-03-31T00:00:00.000Z")
  expect(mayStillVouch("2057-03-31T00:00:00Z", "2054-03-31T00:00:00Z")).toBe(true)
  expect(mayStillVouch("2057-03-31T00:00:00Z", "2054-03-31T00:00:01Z")).toBe(false)
})

test("of a file that is not on record its seals decide, and only ours", () => {
  expect(outcomeOf([])).toBe("unknown")
  expect(outcomeOf([{ ...seal, isOurs: false }])).toBe("unknown")
  expect(outcomeOf([{ ...seal, isOurs: false, isIntact: false }])).toBe("unknown")
  expect(outcomeOf([seal])).toBe("unlisted")
  expect(outcomeOf([{ ...seal, coversAll: false }, seal])).toBe("unlisted")
  expect(outcomeOf([{ ...seal, coversAll: false }])).toBe("added")
  // A seal of somebody else's after ours was added, too.
  expect(
    outcomeOf([
      { ...seal, coversAll: false },
      { ...seal, isOurs: false },
    ]),
  ).toBe("added")
  expect(outcomeOf([{ ...seal, isIntact: false }])).toBe("changed")
  expect(
    outcomeOf([
      { ...seal, coversAll: false },
      { ...seal, isIntact: false },
    ]),
  ).toBe("changed")
  expect(outcomeOf([seal, { ...seal, isOurs: false, isIntact: false }])).toBe("unlisted")
})
