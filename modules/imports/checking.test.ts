import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { catalogue, kindOf, remarksWith } from "#test/importable"
import { compileRowCheck, explain, type ReasonCode, reasons } from "./rules.ts"

const importKinds = catalogue.kinds.map(({ kind }) => kind)

/** Whoever wants a row with an unreadable cell left out, whatever the cell. */
const refusing = (kind: string) =>
  Object.fromEntries(kindOf(kind).fields.map(({ key }) => [`cell-left-out:${key}`, "refuse"]))

/** Checks a single row. */
const checkRow = (
  kind: string,
  mapping: readonly string[],
  formats: Parameters<typeof compileRowCheck>[2],
  cells: readonly string[],
  options = {},
  remarks = remarksWith(refusing(kind)),
) => compileRowCheck(kindOf(kind), mapping, formats, options, remarks)(cells)

const check = (kind: string, row: Readonly<Record<string, string>>, options = {}) =>
  checkRow(
    kind,
    Object.keys(row),
    Object.keys(row).map(() => ({ dates: "dmy", decimals: "comma" })),
    Object.values(row),
    options,
  )

const reasonsOf = (kind: string, row: Readonly<Record<string, string>>) => {
  const verdict = check(kind, row)
  return verdict.ok ? [] : verdict.errors.map(({ field, reason }) => `${field}: ${reason}`)
}

/** True when a reason's sentence needs a parameter that is not there. */
const hasGap = (reason: ReasonCode, params: Readonly<Record<string, unknown>>) =>
  [...reasons[reason].matchAll(/\{\{(\w+)\}\}/g)].some(([, name = ""]) => params[name] === undefined)

describe("checkRow", () => {
  test.each<[string, Record<string, string>, Record<string, unknown>]>([
    [
      "partners",
      {
        name: "Acme GmbH",
        domains: "https://www.acme.de/x, acme.com",
        type: "Systemhaus",
        country: "Deutschland",
        stage: "aktiv",
        started_on: "01.02.2020",
        notice_days: "90",
        currency: "eur",
        industries: "Retail; Banking",
      },
      {
        name: "Acme GmbH",
        domains: ["acme.de", "acme.com"],
        type: "integrator",
        country: "DE",
        stage: "active",
        started_on: "2020-02-01",
        notice_days: 90,
        currency: "EUR",
        industries: ["Retail", "Banking"],
      },
    ],
    [
      "people",
      {
        partner: "Acme",
        name: "Ada",
        email: "Ada L <Ada@Acme.com>",
        phone: "+49 (0)30 123",
        role: "Sponsor",
        from: "1.1.2026",
      },
      {
        partner: "Acme",
        name: "Ada",
        email: "ada@acme.com",
        phone: "+49 (0)30 123",
        role: "executive sponsor",
        from: "2026-01-01",
      },
    ],
    [
      "agreements",
      { partner: "Acme", title: "Reseller 2026", auto_renews: "ja", value: "1.234,50", currency: "EUR" },
      {
        partner: "Acme",
        title: "Reseller 2026",
        auto_renews: true,
        value: { amountMinor: 123450, currency: "EUR" },
        currency: "EUR",
      },
    ],
    [
      "objectives",
      { partner: "Acme", title: "Grow", category: "Umsatz", target: "1,5", ramp: "S-Kurve" },
      { partner: "Acme", title: "Grow", category: "revenue", target: 1.5, ramp: "s curve" },
    ],
    [
      "commitments",
      { partner: "Acme", owed_by: "wir", title: "Answer", within_hours: "48" },
      { partner: "Acme", owed_by: "host", title: "Answer", within_hours: 48 },
    ],
    [
      "activities",
      { partner: "Acme", occurred_on: "25.03.2026 14:30", kind: "call", direction: "eingehend" },
      { partner: "Acme", occurred_on: "2026-03-25T14:30:00.000Z", kind: "call", direction: "inbound" },
    ],
    [
      "measurements",
      { partner: "Acme", signal: "answers", side: "beide", week: "25.03.2026", value: "2,5", n: "" },
      {
        ...{ partner: "Acme", signal: "answers", side: "both", week: "2026-03-25" },
        value: { written: 2.5, isPercent: false },
      },
    ],
    [
      "deals",
      { partner: "Acme", name: "D1", amount: "¥ 1.200", currency: "JPY", state: "gewonnen" },
      { partner: "Acme", name: "D1", amount: { amountMinor: 1200, currency: "JPY" }, currency: "JPY", state: "won" },
    ],
  ])("%s", (kind, cells, row) => {
    expect(check(kind, cells)).toEqual({ ok: true, row })
  })

  test.each<[string, Record<string, string>, string[]]>([
    [
      "activities",
      { partner: "", occurred_on: "soon", kind: "call" },
      ["partner: required-empty", "occurred_on: not-a-date"],
    ],
    ["activities", { partner: "Acme", kind: "call" }, ["occurred_on: required-empty"]],
    ["activities", { partner: "Acme", occurred_on: "0000-01-01", kind: "call" }, ["occurred_on: date-out-of-range"]],
    [
      "activities",
      { partner: "A\ud800", occurred_on: "25.03.2026", kind: "c\u0000" },
      ["partner: unreadable-characters", "kind: unreadable-characters"],
    ],
    [
      "activities",
      { partner: "M\ufffdller", occurred_on: "25.03.2026", kind: "call" },
      ["partner: unreadable-characters"],
    ],
    [
      "activities",
      { partner: "***", occurred_on: "25.03.2026", kind: "x".repeat(101) },
      ["partner: not-a-name", "kind: text-too-long"],
    ],
    [
      "activities",
      { partner: "#REF!", occurred_on: "25.03.2026", kind: "call", effort_hours: "-1" },
      ["partner: formula-error", "effort_hours: number-too-small"],
    ],
    [
      "agreements",
      { partner: "A", title: "T", starts_on: "02.01.2026", ends_on: "01.01.2026" },
      ["ends_on: date-before-start"],
    ],
    ["agreements", { partner: "A", title: "T", value: "5" }, ["value: currency-missing"]],
    [
      "agreements",
      { partner: "A", title: "T", value: "5 €", currency: "USD", notice_days: "1,5" },
      ["notice_days: not-a-whole-number", "value: currency-differs"],
    ],
    ["deals", { partner: "A", name: "D", state: "unheard of" }, ["state: not-a-choice"]],
    ["commitments", { partner: "A", owed_by: "us", title: "T" }, ["cadence: one-of-needed"]],
    [
      "partners",
      { name: "A", domains: "acme", country: "Atlantis", owner_email: "ada", currency: "XYZW" },
      ["domains: not-a-domain", "country: not-a-country", "owner_email: not-an-email", "currency: not-a-currency"],
    ],
  ])("%s %j", (kind, cells, codes) => {
    expect(reasonsOf(kind, cells)).toEqual(codes)
  })

  test("emoji and right-to-left names are kept as they are; invisible marks around values are not", () => {
    expect(
      check("activities", { partner: "🧭 מצפן", occurred_on: "\u200e25.03.2026\u200f", kind: "פגישה" }),
    ).toMatchObject({ ok: true, row: { partner: "🧭 מצפן", occurred_on: "2026-03-25" } })
  })

  test("the apostrophe of our own error file is taken off again", () => {
    expect(check("activities", { partner: "'=Acme", occurred_on: "25.03.2026", kind: "'s" })).toMatchObject({
      row: { partner: "=Acme", kind: "'s" },
    })
  })

  test("a column without a format is never guessed", () => {
    const verdict = checkRow("activities", ["partner", "occurred_on", "kind"], [], ["Acme", "01/02/2026", "call"])
    expect(verdict).toMatchObject({
      ok: false,
      errors: [
        {
          field: "occurred_on",
          column: 1,
          value: "01/02/2026",
          reason: "date-ambiguous",
          params: { first: "2026-02-01", second: "2026-01-02" },
        },
      ],
    })
  })

  test.each(importKinds)("%s: any text gives a verdict whose reasons have sentences without gaps", (kind) => {
    const keys = kindOf(kind).fields.map(({ key }) => key)
    const run = compileRowCheck(kindOf(kind), keys, [], {}, remarksWith())
    const cell = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "",
        "1.234",
        "1/2/2026",
        "€",
        "\ud800",
        "#REF!",
        "9".repeat(30),
        "a@b",
        "0000-00-00",
        "25.03.2026 99:99",
      ),
    )
    fc.assert(
      fc.property(fc.array(cell, { minLength: keys.length, maxLength: keys.length }), (cells) => {
        const verdict = run(cells)
        if (verdict.ok) return
        expect(verdict.errors.filter(({ reason, params }) => hasGap(reason, params))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe("explain", () => {
  test("fills every parameter in", () => {
    expect(explain(reasons, "too-many-cells", { found: 3, expected: 2 })).toBe("The row has 3 cells, the header has 2.")
    for (const code of Object.keys(reasons) as ReasonCode[]) expect(reasons[code]).toMatch(/[.?]$/)
  })
})
