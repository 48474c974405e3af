import { expect, test } from "vitest"
import { decideList, decideNeed, decideReview } from "./reviewing.ts"

const today = "2027-03-10"
const round = {
  ...({ state: "received", validThrough: "2027-12-31", checkResult: null, givenBy: "ada", hasEvidence: true } as const),
}
const plain = { kind: "tax_certificate", needsAnother: false } as const
const accept = { outcome: "accepted", why: undefined, reviewer: "ben", today } as const
const refusing = { ...accept, outcome: "refused", why: "The stamp is missing" } as const
const review = (of: object = {}, about: object = {}, how: object = {}) =>
  decideReview({ ...round, ...of }, { ...plain, ...about }, { ...accept, ...how })

test("evidence is accepted once there is any, and through its last day", () => {
  expect(review()).toBe(true)
  expect(review({ hasEvidence: false })).toMatchObject({ refusal: "no-evidence" })
  expect(review({ validThrough: today })).toBe(true)
  expect(review({ validThrough: "2027-03-09" })).toMatchObject({ refusal: "evidence-expired" })
  expect(review({ validThrough: null })).toBe(true)
})

test("it is refused with a reason, also what was accepted before; what was refused stays so", () => {
  expect(review({}, {}, refusing)).toBe(true)
  expect(review({}, {}, { ...refusing, why: undefined })).toMatchObject({ refusal: "review-why-needed" })
  expect(review({ state: "accepted" }, {}, refusing)).toBe(true)
  expect(review({ hasEvidence: false, validThrough: "2027-01-01" }, {}, refusing)).toBe(true)
  expect(review({ state: "accepted" })).toMatchObject({ refusal: "already-reviewed" })
  expect(review({ state: "refused" })).toMatchObject({ refusal: "already-reviewed" })
  expect(review({ state: "refused" }, {}, refusing)).toMatchObject({ refusal: "already-reviewed" })
})

test("where four eyes are asked for, whoever gave it does not review it", () => {
  expect(review({}, { needsAnother: true })).toBe(true)
  expect(review({ givenBy: "ben" }, { needsAnother: true })).toMatchObject({ refusal: "own-evidence" })
  expect(review({ givenBy: "ben" }, { needsAnother: true }, refusing)).toMatchObject({ refusal: "own-evidence" })
  expect(review({ givenBy: "ben" })).toBe(true)
})

test("sanctions are cleared by a check, and what it met by a reason", () => {
  const screening = { kind: "sanctions_screening" }
  expect(review({}, screening)).toMatchObject({ refusal: "check-needed" })
  expect(review({ checkResult: "clear" }, screening)).toBe(true)
  for (const checkResult of ["possible_match", "match"]) {
    expect(review({ checkResult }, screening)).toMatchObject({ refusal: "clearing-why-needed" })
    expect(review({ checkResult }, screening, { why: "Born in another year" })).toBe(true)
  }
})

test("an item is taken off and put back on once, and not to make go away what a check met", () => {
  const need = (isNeeded: boolean, isNotNeeded: boolean, isMatchOpen = false) =>
    decideNeed({ isNeeded, isNotNeeded, isMatchOpen })
  expect([need(false, false), need(true, true)]).toEqual([true, true])
  expect(need(true, false)).toMatchObject({ refusal: "need-unchanged" })
  expect(need(false, true)).toMatchObject({ refusal: "need-unchanged" })
  expect(need(false, false, true)).toMatchObject({ refusal: "match-open" })
  expect(need(true, true, true)).toBe(true)
})

test("a list asks for each kind once, and for as much as one likes that has no kind", () => {
  expect(decideList(["tax_certificate", "references", "other", "other"])).toBe(true)
  expect(decideList(["references", "tax_certificate", "references"])).toMatchObject({
    ...{ refusal: "kind-twice", detail: { field: "requirements", kind: "references" } },
  })
  expect(decideList([])).toBe(true)
})
