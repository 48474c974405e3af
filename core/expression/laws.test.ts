import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import { checkExpression } from "./check.ts"
import { evaluate, type Given } from "./evaluate.ts"
import { limits } from "./limits.ts"
import { and, not, or, type Truth } from "./logic.ts"
import { ratio, share } from "./share.ts"
import { boolean, isUnknown, number, type Value, type Variables } from "./types.ts"

const truth = fc.constantFrom<Truth>(true, false, { unknown: [{ why: "missing", name: "a" }] })
const said = (value: Truth) => (typeof value === "boolean" ? value : "unknown")

describe("three truths", () => {
  test("and, or, not: order and grouping do not matter, and each is the other turned round", () => {
    fc.assert(
      fc.property(truth, truth, truth, (a, b, c) => {
        expect(said(and(a, b))).toBe(said(and(b, a)))
        expect(said(or(a, b))).toBe(said(or(b, a)))
        expect(said(and(a, and(b, c)))).toBe(said(and(and(a, b), c)))
        expect(said(or(a, or(b, c)))).toBe(said(or(or(a, b), c)))
        expect(said(and(a, or(b, c)))).toBe(said(or(and(a, b), and(a, c))))
        expect(said(not(and(a, b)))).toBe(said(or(not(a), not(b))))
        expect(said(not(not(a)))).toBe(said(a))
      }),
    )
  })
  test("what is not known decides nothing, and stands in nobody's way", () => {
    const unknown: Truth = { unknown: [] }
    expect([and(unknown, false), or(unknown, true)]).toEqual([false, true])
    expect([and(unknown, true), or(unknown, false), not(unknown)].map(said)).toEqual(["unknown", "unknown", "unknown"])
  })
})

describe("shares of money", () => {
  const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
  const basisPoints = fc.bigInt({ min: 0n, max: 10_000n })
  test.each([
    [1_005n, 125n, 13n],
    [-1_005n, 125n, -13n],
    [1n, 5_000n, 1n],
    [-1n, 5_000n, -1n],
    [1n, 4_999n, 0n],
    [99n, 10_000n, 99n],
    [99n, 0n, 0n],
  ])("of %s minor units %s basis points are %s", (of, rate, expected) => {
    expect(share(of, rate)).toBe(expected)
  })
  test("a share and its rest lose and make at most one unit; the opposite amount has the opposite share", () => {
    fc.assert(
      fc.property(amount, basisPoints, (of, rate) => {
        const rest = share(of, rate) + share(of, 10_000n - rate) - of
        expect(rest >= -1n && rest <= 1n).toBe(true)
        expect(share(-of, rate)).toBe(-share(of, rate))
        const exact = 2n * of * rate - 20_000n * share(of, rate)
        expect(exact >= -10_000n && exact <= 10_000n).toBe(true)
      }),
    )
  })
  test("a ratio is the rate whose share comes back", () => {
    expect(ratio(1n, 0n)).toBeUndefined()
    fc.assert(
      fc.property(fc.bigInt({ min: 10_000n, max: 10n ** 12n }), basisPoints, (whole, rate) => {
        expect(ratio(share(whole, rate), whole)).toBe(rate)
      }),
    )
  })
})

const variables: Variables = { p: boolean, q: boolean, x: number, y: number, l: { kind: "list", of: number } }

/** Expressions of the right types, as people build them. */
const { condition } = fc.letrec<{ condition: string; amount: string }>((tie) => {
  const two = (kind: "condition" | "amount", ...signs: string[]) =>
    fc.tuple(tie(kind), fc.constantFrom(...signs), tie(kind)).map(([a, sign, b]) => `(${a} ${sign} ${b})`)
  return {
    condition: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom("p", "q", "true", "false", "(x in l)", "l.exists(e, e > x)", "l.all(e, e > 0 && p)"),
      two("condition", "&&", "||", "==", "!="),
      two("amount", "<", "<=", "==", "!=", ">"),
      tie("condition").map((a) => `!${a}`),
      fc.tuple(tie("condition"), tie("condition"), tie("condition")).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    ),
    amount: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom("x", "y", "0", "1.5", "size(l)", "sum(l)", "sum(l.filter(e, e < y))", "sum(l.map(e, e * x))"),
      two("amount", "+", "-", "*", "/", "%"),
      tie("amount").map((a) => `-${a}`),
    ),
  }
})
const anyNumber = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double())
const some = fc.record({
  p: fc.boolean(),
  q: fc.boolean(),
  x: anyNumber,
  y: anyNumber,
  l: fc.array(anyNumber, { maxLength: 4 }),
})
const alike = (a: Value, b: Value) => Object.is(a, b) || (isUnknown(a) && isUnknown(b))

describe("any expression", () => {
  test("of the right types is taken, ends, and never throws", () => {
    fc.assert(
      fc.property(condition, some, (source, given) => {
        const checked = checkExpression(source, variables, boolean)
        if (isRefusal(checked)) {
          expect(checked.detail).toMatchObject({ complaint: { reason: expect.stringMatching(/^too-/) } })
          return
        }
        const result = evaluate(checked, given)
        expect(isRefusal(result) ? result : result.steps).toBeLessThan(limits.steps)
        expect(!isRefusal(result) && (typeof result.value === "boolean" || isUnknown(result.value))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  test("that has an answer while something is not known has the same answer whatever it turns out to be", () => {
    const hidden = fc.subarray(["p", "q", "x", "y", "l"] as const)
    fc.assert(
      fc.property(condition, some, hidden, (source, given, names) => {
        const checked = checkExpression(source, variables, boolean)
        if (isRefusal(checked)) return
        const less: Given = { ...given, ...Object.fromEntries(names.map((name) => [name, undefined])) }
        const [before, after] = [evaluate(checked, less), evaluate(checked, given)]
        if (isRefusal(before) || isRefusal(after) || isUnknown(before.value)) return
        // More may come to be unknown on the way, by a division by zero: then nothing decided by itself.
        expect(isUnknown(after.value) || alike(before.value, after.value)).toBe(true)
        expect(isUnknown(after.value)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
  test("even of any signs at all, is taken or refused with a place in it", () => {
    const words = fc.constantFrom(
      ..."abpqxyl.()[]{}!&|<>=+-*/%?:,'\"\\01 ",
      "&&",
      "||",
      "matches",
      "EUR(",
      "date(",
      "size(",
      "\u202e",
      "😀",
    )
    const source = fc.oneof(
      fc.array(words, { maxLength: 40 }).map((all) => all.join("")),
      fc.string(),
    )
    fc.assert(
      fc.property(source, (written) => {
        const checked = checkExpression(written, variables, boolean)
        if (!isRefusal(checked)) return
        const complaint = checked.detail?.complaint as { from: number; to: number }
        const { from, to } = complaint
        expect(from >= 0 && to >= from && to <= written.length + 1).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
