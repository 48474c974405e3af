import { describe, expect, test } from "vitest"
import { catalogue, kindOf } from "#test/importable"
import { decideMapping, guessKind, guessMapping, mappingOf, rememberMapping } from "./rules.ts"

const importKinds = catalogue.kinds.map(({ kind }) => kind)

const guess = (kind: string, headers: string[], sample: string[][] = []) =>
  mappingOf(guessMapping(kindOf(kind), headers, sample))

describe("guessMapping", () => {
  test.each(importKinds)("every %s field is found under its own key and its label", (kind) => {
    const { fields } = kindOf(kind)
    expect(
      guess(
        kind,
        fields.map(({ key }) => key),
      ),
    ).toEqual(fields.map(({ key }) => key))
    expect(
      guess(
        kind,
        fields.map(({ label }) => label.toUpperCase()),
      ),
    ).toEqual(fields.map(({ key }) => key))
  })

  test.each(importKinds)("the keys of a %s field table are distinct", (kind) => {
    const keys = kindOf(kind).fields.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test.each<[string, string[], (string | undefined)[]]>([
    [
      "activities",
      ["Firma", "Datum", "Art", "Ansprechpartner", "Betreff"],
      ["partner", "occurred_on", "kind", "person", "summary"],
    ],
    [
      "agreements",
      ["Société", "Intitulé", "Date de début", "Date de fin", "Préavis (jours)", "Montant", "Devise"],
      ["partner", "title", "starts_on", "ends_on", "notice_days", "value", "currency"],
    ],
    [
      "deals",
      ["Socio", "Oportunidad", "Cliente final", "Importe", "Moneda", "Estado", "Fecha de cierre"],
      ["partner", "name", "customer", "amount", "currency", "state", "close_on"],
    ],
    [
      "partners",
      ["Company Name", "Website", "Partner Type", "HQ Country", "Contract end date", "Unrelated"],
      ["name", "domains", "type", "country", "ends_on", undefined],
    ],
    [
      "measurements",
      ["partnership", "type", "signal", "side", "week", "value", "expected", "n"],
      ["partner", undefined, "signal", "side", "week", "value", "expected", "n"],
    ],
    [
      // Pipedrive: each name begins with its table's, and the customer's organization stands before the partner.
      "deals",
      ["Deal - ID", "Deal - Title", "Deal - Organization", "Deal - Partner", "Deal - Value", "Deal - Deal created"],
      ["external_id", "name", "customer", "partner", "amount", "registered_on"],
    ],
    [
      // Without a partner's column the organization may be the partner.
      "deals",
      ["Deal - ID", "Deal - Title", "Deal - Organization", "Deal - Value"],
      ["external_id", "name", "partner", "amount"],
    ],
    [
      // Dynamics.
      "deals",
      ["(Do Not Modify) Opportunity", "(Do Not Modify) Row Checksum", "Topic", "Account", "Partner", "Est. Close Date"],
      ["external_id", undefined, "name", "customer", "partner", "close_on"],
    ],
    ["people", ["Account Name", "First Name", "Last Name"], ["partner", "given_name", "family_name"]],
    ["people", ["Société", "Prénom", "Nom", "Courriel"], ["partner", "given_name", "name", "email"]],
  ])("%s: %j", (kind, headers, mapping) => {
    expect(guess(kind, headers)).toEqual(mapping)
  })

  test("values speak when the header does not, and against it when they do not fit", () => {
    expect(guess("people", ["Company", "Who", "Reach at"], [["Acme", "Ada", "ada@acme.com"]])[2]).toBe("email")
    expect(
      guess(
        "activities",
        ["partner", "kind", "date"],
        [
          ["Acme", "call", "pending"],
          ["Acme", "call", "n/a"],
        ],
      )[2],
    ).toBeUndefined()
  })

  test("what was decided before is decided again, ignored columns too", () => {
    const headers = ["Wer", "Wann", "Was", "Kind"]
    const remembered = rememberMapping(headers, ["partner", "occurred_on", "kind", undefined])
    expect(guessMapping(kindOf("activities"), ["WANN", "was", "kind", "wer"], [], remembered)).toMatchObject([
      { field: "occurred_on", confidence: 1, because: "remembered" },
      { field: "kind" },
      { field: undefined, because: "remembered" },
      { field: "partner" },
    ])
  })

  test("amounts in thousands and terms with their unit fit their columns", () => {
    const rows = [
      ["Acme", "€100k", "3 months"],
      ["Bolt", "1 Mio. €", "90 days"],
      ["Crux", "2m", "1 Quartal"],
    ]
    expect(guess("agreements", ["Partner", "Value", "Notice period"], rows)).toEqual([
      "partner",
      "value",
      "notice_days",
    ])
    expect(guess("agreements", ["Partner", "Value", "Notice period"], [["Acme", "3M", "some time"]])).toEqual([
      "partner",
      "value",
      undefined,
    ])
  })

  test("no field is given to two columns", () => {
    expect(
      guess("activities", ["Date", "Date (2)", "partner", "company"]).filter(
        (key) => key === "occurred_on" || key === "partner",
      ),
    ).toHaveLength(2)
  })
})

describe("decideMapping", () => {
  test("needs the needed fields, each once", () => {
    expect(decideMapping(kindOf("activities"), ["partner", "occurred_on", "kind", undefined])).toHaveLength(4)
    expect(decideMapping(kindOf("activities"), ["partner", "occurred_on"])).toMatchObject({
      refusal: "field-not-mapped",
      detail: { key: "kind" },
    })
    expect(decideMapping(kindOf("people"), ["partner", "family_name"])).toHaveLength(2)
    expect(decideMapping(kindOf("people"), ["partner", "email"])).toMatchObject({ detail: { key: "name" } })
    expect(decideMapping(kindOf("activities"), ["partner", "partner"])).toMatchObject({ refusal: "field-mapped-twice" })
    expect(decideMapping(kindOf("activities"), ["colour"])).toMatchObject({ refusal: "unknown-field" })
  })
})

describe("guessKind", () => {
  test.each<[string, string[]]>([
    ["partners", ["partner", "domains", "type", "program", "first_activity"]],
    ["activities", ["partner", "occurred_on", "kind", "person"]],
    ["people", ["Firma", "Name", "E-Mail", "Telefon", "Funktion"]],
    ["agreements", ["Partner", "Contract title", "Signed on", "Start date", "End date", "Auto renewal"]],
    ["objectives", ["Partner", "Objective", "Metric", "Target", "Unit", "Ramp"]],
    ["commitments", ["Partner", "Owed by", "Commitment", "How often", "Due date"]],
    ["measurements", ["Partner", "Signal", "Side", "Week", "Value", "Expected"]],
    ["deals", ["Partner", "Deal name", "Customer", "Amount", "Currency", "Registered on"]],
  ])("%s", (kind, headers) => {
    expect(guessKind(catalogue.kinds, headers)[0]?.kind).toBe(kind)
  })
})
