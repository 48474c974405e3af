import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { nameKey } from "#rules/organizations"
import { matchPartner, partnerIndex } from "./matchPartner.ts"

const index = partnerIndex([
  { id: "1", names: ["Müller & Söhne GmbH", "MuS"] },
  { id: "2", names: ["Acme Software, Inc."] },
  { id: "3", names: ["AT&T"] },
  { id: "4", names: ["Nordwind S.A.S."] },
  { id: "5", names: ["Twin Ltd"] },
  { id: "6", names: ["Twin GmbH"] },
  { id: "7", names: ["株式会社日立"] },
])

describe("nameKey", () => {
  test.each([
    ["Acme, Inc.", "ACME Incorporated"],
    ["Müller und Söhne G.m.b.H.", "muller & sohne gmbh"],
    ["Müller GmbH & Co. KG", "MÜLLER"],
    ["Société Générale S.A.", "Societe Generale"],
    ["Firma s. r. o.", "Firma SRO"],
    ["AT&T Corp", "at & t"],
  ])("%s and %s are one company", (left, right) => {
    expect(nameKey(left)).toBe(nameKey(right))
  })

  test("a name that is only a legal form stays", () => {
    expect(nameKey("SE")).toBe("se")
    expect(nameKey("AG & Co. KG")).toBe("ag")
  })
})

describe("matchPartner", () => {
  test.each([
    ["MULLER AND SOHNE", "1"],
    ["mus", "1"],
    ["acme software llc", "2"],
    ["At & T", "3"],
    ["Nordwind SAS", "4"],
    ["株式会社日立", "7"],
  ])("%s is found exactly", (name, id) => {
    expect(matchPartner(name, index)).toMatchObject({ match: "exact", id })
  })

  test("what is alike is offered, best first, and never taken", () => {
    expect(matchPartner("Acme", index)).toMatchObject({ match: "close", ranked: [{ id: "2" }] })
    expect(matchPartner("Nordwinds", index)).toMatchObject({ match: "close", ranked: [{ id: "4" }] })
    const twins = matchPartner("Twin", index)
    expect(twins.match === "close" && twins.ranked.map(({ id }) => id).sort()).toEqual(["5", "6"])
  })

  test.each(["Zyxel", "", "  ", "🧭"])("%j is unknown", (name) => {
    expect(matchPartner(name, index)).toEqual({ match: "none" })
  })

  test("every partner is found by its own name among many", () => {
    const name = fc
      .string({ unit: fc.constantFrom(..."abcdefg "), minLength: 3, maxLength: 12 })
      .filter((text) => text.trim() !== "")
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 30, selector: nameKey }), (names) => {
        const many = partnerIndex(names.map((text, at) => ({ id: String(at), names: [text] })))
        for (const [at, text] of names.entries())
          expect(matchPartner(text, many)).toMatchObject({ match: "exact", id: String(at) })
      }),
    )
  })
})
