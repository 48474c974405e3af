import { expect, test } from "vitest"
import { decideConsent, decideHeldByAll, decideText, missingConsents, mostSigns } from "./held.ts"

const [host, cascade, delta] = ["host", "cascade", "delta"]
const parties = [host, cascade, delta]
const place = { type: "term" as const, attrs: { kind: "margin" as const } }
const text = {
  terms: { margin: 20 },
  clauses: [{ key: "a", heading: "", level: 1 as const, content: [{ type: "paragraph" as const, content: [place] }] }],
}
const held = (...agreedBy: string[]) => ({ number: 3, agreedBy, text })
const reviewed = { state: "in_review" } as const

test("who is missing is each party that does not hold the latest version", () => {
  expect(missingConsents(parties, held())).toEqual(parties)
  expect(missingConsents(parties, held(cascade))).toEqual([host, delta])
  expect(missingConsents(parties, held(...parties))).toEqual([])
})

test("a party agrees once, to the latest version, while it lies before both sides", () => {
  expect(decideConsent(reviewed, held(), 3, host)).toBe(true)
  expect(decideConsent(reviewed, held(cascade), 3, host)).toBe(true)
  expect(decideConsent(reviewed, held(host), 3, host)).toMatchObject({ refusal: "agreed-already" })
  expect(decideConsent(reviewed, held(), 2, host)).toMatchObject({ refusal: "version-replaced", detail: { number: 3 } })
  for (const state of ["draft", "agreed", "in_force", "withdrawn"] as const)
    expect(decideConsent({ state }, held(), 3, host)).toMatchObject({ refusal: "not-in-review" })
  const open = { ...held(), text: { ...text, terms: {} } }
  expect(decideConsent(reviewed, open, 3, host)).toEqual({ refusal: "terms-open", detail: { terms: ["margin"] } })
  expect(decideConsent(reviewed, undefined, 1, host)).toMatchObject({ refusal: "not-in-review" })
})

test("what has words is put in force when all hold the same; a signed file and what held before say so by themselves", () => {
  const nothing = { isTakenOver: false, hasSignedFile: false, isDataOnly: false }
  expect(decideHeldByAll(parties, undefined, nothing)).toBe(true)
  expect(decideHeldByAll(parties, held(...parties), nothing)).toBe(true)
  expect(decideHeldByAll(parties, held(host, cascade), nothing)).toMatchObject({ refusal: "not-agreed" })
  expect(decideHeldByAll(parties, held(), { ...nothing, isTakenOver: true })).toBe(true)
  expect(decideHeldByAll(parties, held(), { ...nothing, hasSignedFile: true })).toBe(true)
  expect(decideHeldByAll(parties, held(), { ...nothing, isDataOnly: true })).toBe(true)
})

test("a text has each key once, and no more signs than can be read and compared; a value counts as one", () => {
  const clause = (key: string, text: string, heading = "") => ({
    ...{ key, heading, level: 1 as const },
    content: [
      {
        type: "paragraph" as const,
        content: [
          { type: "text" as const, text },
          { type: "term" as const, attrs: { kind: "margin" as const } },
        ],
      },
    ],
  })
  const of = (...clauses: ReturnType<typeof clause>[]) => decideText({ clauses, terms: {} })
  expect(of(clause("a", "x"), clause("b", "x"))).toBe(true)
  expect(of(clause("a", "x"), clause("a", "y"))).toMatchObject({ refusal: "clause-key-doubled" })
  expect(of(clause("a", "x".repeat(mostSigns - 3), "ab"))).toBe(true)
  expect(of(clause("a", "x".repeat(mostSigns - 3), "abc"))).toMatchObject({
    refusal: "text-too-long",
    detail: { signs: mostSigns + 1 },
  })
})
