import { describe, expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import { checkExpression, mustCheck } from "./check.ts"
import { evaluate, type Given } from "./evaluate.ts"
import { limits } from "./limits.ts"
import {
  boolean,
  date,
  instant,
  isUnknown,
  type Known,
  number,
  rate,
  type Type,
  text,
  type Variables,
} from "./types.ts"
import { reasonsFor } from "./why.ts"

const eur: Type = { kind: "money", currency: "EUR" }
const deal: Type = { kind: "record", fields: { stage: text, amount: eur, ageDays: number } }
const variables: Variables = {
  overdue: number,
  weeks: number,
  drifting: boolean,
  name: text,
  revenue: eur,
  target: eur,
  dollars: { kind: "money", currency: "USD" },
  margin: rate,
  today: date,
  endsOn: date,
  answeredAt: instant,
  askedAt: instant,
  tier: { kind: "choice", of: ["gold", "silver"] },
  deals: { kind: "list", of: deal },
  numbers: { kind: "list", of: number },
}
const given: Given = {
  overdue: 3,
  weeks: 2,
  drifting: false,
  name: "Nordlicht GmbH",
  revenue: 125_050n,
  target: 200_000n,
  margin: 1_250,
  today: "2026-03-01",
  endsOn: "2026-03-31",
  askedAt: "2026-03-01T08:00:00.000Z",
  answeredAt: "2026-03-02T09:30:00.000Z",
  tier: "gold",
  deals: [
    { stage: "won", amount: 100_00n, ageDays: 3 },
    { stage: "lost", amount: 50_00n, ageDays: 90 },
  ],
  numbers: [1, 2, 3.5],
}

const worthOf = (source: string, gives: Type, values: Given = given) => {
  const result = evaluate(mustCheck(source, variables, gives), values)
  return isRefusal(result) ? result : result.value
}
const complaint = (source: string, gives: Type = boolean) => {
  const checked = checkExpression(source, variables, gives)
  return isRefusal(checked)
    ? (checked.detail?.complaint as { reason: string; found: string; expected: string; from: number })
    : checked
}

describe("values", () => {
  test.each<[string, Type, Known]>([
    ["overdue > 2 && !drifting", boolean, true],
    ["overdue / weeks", number, 1.5],
    ["7 / 2", number, 3.5],
    ["-overdue + 1 * 2 - 5 % 3", number, -3],
    ["drifting ? 1 : 2", number, 2],
    ["name.contains('licht') && name.startsWith('Nord') && !name.endsWith('AG')", boolean, true],
    ["size(name)", number, 14],
    ["revenue > EUR(1250)", boolean, true],
    ["revenue + EUR(0.5) - EUR(-1)", eur, 125_200n],
    ["share(revenue, margin)", eur, 15_631n],
    ["ratio(revenue, target) >= percent(62.53)", boolean, true],
    ["max(revenue, target)", eur, 200_000n],
    ["daysBetween(today, endsOn) <= 30", boolean, true],
    ["endsOn == date('2026-03-31')", boolean, true],
    ["addDays(today, 30)", date, "2026-03-31"],
    ["hoursBetween(askedAt, answeredAt)", number, 25.5],
    ["answeredAt > instant('2026-03-02T09:00:00Z')", boolean, true],
    ["tier == 'gold' && tier in ['gold', 'silver']", boolean, true],
    ["deals.exists(d, d.stage == 'won' && d.amount > EUR(99))", boolean, true],
    ["deals.all(d, d.ageDays < 90)", boolean, false],
    ["sum(deals.filter(d, d.stage == 'won').map(d, d.amount))", eur, 10_000n],
    ["sum(deals.filter(d, d.stage == 'none').map(d, d.amount))", eur, 0n],
    ["sum(numbers)", number, 6.5],
    ["known(overdue)", boolean, true],
  ])("%s", (source, gives, expected) => {
    expect(worthOf(source, gives)).toEqual(expected)
  })
})

describe("what is not known", () => {
  const nothing = { ...given, overdue: undefined, revenue: null, drifting: undefined }
  test.each<[string, Type]>([
    ["overdue > 2", boolean],
    ["overdue + 0", number],
    ["overdue == overdue", boolean],
    ["share(revenue, margin)", eur],
    ["!drifting", boolean],
    ["drifting || overdue > 1", boolean],
    ["drifting ? 1 : 1", number],
    ["numbers.all(n, n > 0 && overdue > 0)", boolean],
    ["sum(numbers.map(n, n * overdue))", number],
    ["overdue in numbers", boolean],
    ["weeks / (weeks - 2)", number],
    ["weeks % 0.0", number],
    ["addDays(today, 9000000)", date],
    ["addDays(today, 0.5)", date],
    ["ratio(target, EUR(0))", rate],
  ])("%s is not known: never 0, never false", (source, gives) => {
    const value = worthOf(source, gives, nothing)
    expect(isUnknown(value as Known) && (value as { unknown: unknown[] }).unknown.length).toBeGreaterThan(0)
  })
  test.each<[string, Known]>([
    ["drifting && weeks > 5", false],
    ["drifting || weeks > 1", true],
    ["known(overdue)", false],
    ["known(overdue) && overdue > 2", false],
    ["numbers.exists(n, n > 3 || overdue > 1)", true],
    ["numbers.all(n, n > 3 && overdue > 1)", false],
  ])("%s is %s all the same: the other side decides", (source, expected) => {
    expect(worthOf(source, boolean, nothing)).toBe(expected)
  })
  test("a number that is none, and a hole in a list, are not known", () => {
    expect(isUnknown(worthOf("overdue > 1", boolean, { ...given, overdue: Number.NaN }) as Known)).toBe(true)
    const holed = { ...given, numbers: [1, Number.NaN] }
    expect(isUnknown(worthOf("sum(numbers)", number, holed) as Known)).toBe(true)
    expect(worthOf("numbers.exists(n, n == 1)", boolean, holed)).toBe(true)
  })
  test("says what is missing, each once", () => {
    expect(worthOf("overdue > 1 || overdue > 2 || revenue > EUR(1)", boolean, nothing)).toEqual({
      unknown: [
        { why: "missing", name: "overdue" },
        { why: "missing", name: "revenue" },
      ],
    })
  })
})

describe("refused as it is saved", () => {
  test.each<[string, string, string]>([
    ["overdue >", "syntax", ""],
    ["", "syntax", ""],
    ["overdu > 1", "unknown-name", "overdu"],
    ["constructor == 1", "unknown-name", "constructor"],
    ["deals.exists(d, d.__proto__ == 1)", "unknown-field", "__proto__"],
    ["deals.exists(d, d.toString == 1)", "unknown-field", "toString"],
    ["matches(name, 'a')", "unknown-function", "matches"],
    ["name.matches('(a+)+$')", "not-offered", "name.matches('(a+)+$')"],
    ["hasOwnProperty(name)", "unknown-function", "hasOwnProperty"],
    ["overdue > 'two'", "wrong-type", "number > text"],
    ["overdue && drifting", "wrong-type", "number && boolean"],
    ["overdue", "wrong-result", "number"],
    ["name < 'b'", "wrong-type", "text < text"],
    ["revenue > dollars", "wrong-type", "money in EUR > money in USD"],
    ["revenue * 2 > target", "money-by-number", "money in EUR * number"],
    ["revenue / 2 > target", "money-by-number", "money in EUR / number"],
    ["revenue + 1 > target", "money-by-number", "money in EUR + number"],
    ["revenue / target > 1", "money-by-number", "money in EUR / money in EUR"],
    ["revenue > EUR(1.005)", "not-a-value", "EUR(1.005)"],
    ["revenue > EUR(weeks)", "not-a-value", "EUR(weeks)"],
    ["margin > percent(0.001)", "not-a-value", "percent(0.001)"],
    ["endsOn == date('2026-02-30')", "not-a-value", "date('2026-02-30')"],
    ["tier == 'bronze'", "not-one-of", "'bronze'"],
    ["tier in ['gold', 'bronze']", "not-one-of", "'bronze'"],
    ["deals.exists(d, numbers.exists(n, n > d.ageDays))", "nested-loop", "numbers.exists(n, n > d.ageDays)"],
    ["numbers.map(n, numbers.filter(m, m > n)).exists(l, size(l) > 1)", "nested-loop", "numbers.filter(m, m > n)"],
    ["deals.exists(overdue, true)", "not-a-value", "overdue"],
    ["[] == []", "not-a-value", "[]"],
    ["{'a': 1}.a == 1", "too-large", ""],
    ["null == null", "not-offered", "null"],
    ["b'x' == b'x'", "not-offered", "b'x'"],
    ["numbers[0] == 1", "not-offered", "numbers[0]"],
    ["drifting ? 1 : true", "wrong-type", "boolean"],
    ["share(revenue, 5)", "wrong-type", "money in EUR, number"],
    [`${Array(150).fill("overdue").join(" + ")} > 1`, "too-large", ""],
    [`${"(".repeat(60)}drifting${")".repeat(60)}`, "too-large", ""],
    [`drifting ${"|| drifting ".repeat(300)}`, "too-long", ""],
  ])("%s", (source, reason, found) => {
    const said = complaint(source)
    expect(said).toMatchObject({ reason })
    if (found !== "") expect(said).toMatchObject({ found })
  })
  test("says where, and what was expected", () => {
    expect(complaint("drifting && overdu > 1")).toMatchObject({
      from: 12,
      to: 18,
      expected: expect.stringContaining("overdue"),
    })
    expect(complaint("overdue > 1 && share(revenue, 5) > EUR(1)")).toMatchObject({
      expected: "share: money and a rate",
    })
  })
})

describe("it ends", () => {
  test("the dearest that can be saved stays far below the limit, and a list that is too long is refused", () => {
    const body = Array(24).fill("n * 2 > n + 1").join(" || ")
    const checked = mustCheck(`numbers.all(n, !(${body}))`, variables, boolean)
    const long = (length: number) => ({ numbers: Array.from({ length }, () => -5) })
    const result = evaluate(checked, long(limits.elements))
    expect(isRefusal(result) ? result : result.steps).toBeLessThan(limits.steps)
    expect(evaluate(checked, long(limits.elements + 1))).toMatchObject({ refusal: "expression-too-costly" })
    expect(
      evaluate(mustCheck("size(name) > 1", variables, boolean), { name: "x".repeat(limits.text + 1) }),
    ).toMatchObject({
      refusal: "expression-too-costly",
    })
  })
  test("what could cost more is stopped, not waited for", () => {
    const contains = Array(40).fill("name.contains(name)").join(" && ")
    const checked = mustCheck(`numbers.all(n, ${contains})`, variables, boolean)
    const dear = { name: "a".repeat(limits.text), numbers: Array.from({ length: limits.elements }, () => 1) }
    expect(evaluate(checked, dear)).toMatchObject({ refusal: "expression-too-costly", detail: { most: limits.steps } })
  })
})

describe("why", () => {
  const why = (source: string, values: Given = given) => {
    const result = evaluate(mustCheck(source, variables, boolean), values)
    return isRefusal(result) ? [] : reasonsFor(result.explanation, source)
  }
  test("only what decided, with the values it was made of", () => {
    expect(why("overdue > 2 && (drifting || revenue < target)")).toEqual([
      { text: "overdue > 2", value: true, seen: [{ name: "overdue", value: 3 }] },
      {
        text: "revenue < target",
        value: true,
        seen: [
          { name: "revenue", value: 125_050n },
          { name: "target", value: 200_000n },
        ],
      },
    ])
    expect(why("overdue > 5 && drifting").map(({ text: said }) => said)).toEqual(["overdue > 5", "drifting"])
    expect(why("overdue > 5 && weeks > 1").map(({ text: said }) => said)).toEqual(["overdue > 5"])
  })
  test("of a list the elements that decided, and of what is not known the names", () => {
    const result = evaluate(mustCheck("deals.exists(d, d.ageDays > 60)", variables, boolean), given)
    const shown = isRefusal(result) ? [] : result.explanation.parts
    expect(shown.map(({ element }) => element)).toEqual([undefined, 1])
    expect(why("overdue > 2 && weeks > 1", { weeks: 2 })).toMatchObject([
      { text: "overdue > 2", seen: [{ name: "overdue" }] },
    ])
  })
})
