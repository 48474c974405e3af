import { expect, test } from "vitest"
import { conflictsOf, isSerious, type Surroundings } from "../rules.ts"

const nobody: Surroundings = { ours: [], listed: [], alike: [], partnerships: [], candidates: [] }
const company = { name: "Cascade Cloud GmbH", domains: ["cascade.example", "gmail.com"] }
const kindsOf = (around: Partial<Surroundings>, about = company) =>
  conflictsOf(about, { ...nobody, ...around }).map(({ kind }) => kind)

test("nothing stands against a company of which nothing is known", () => {
  expect(conflictsOf(company, nobody)).toEqual([])
})

test("a company whose domain our people write from is our own; a provider of mail makes nobody ours", () => {
  expect(kindsOf({ ours: ["cascade.example"] })).toEqual(["own_company"])
  expect(kindsOf({ ours: ["nordlicht.example", "gmail.com"] })).toEqual([])
  expect(kindsOf({ ours: ["cascade.example"] }, { name: "x", domains: ["de.cascade.example"] })).toEqual([
    "own_company",
  ])
  expect(kindsOf({ ours: ["cascade.example"] }, { name: "x", domains: ["mycascade.example"] })).toEqual([])
})

test("whoever is listed is known by name in any writing, or by domain, and by what they are listed as", () => {
  const listed = (name: string, domains: string[] = []) => ({
    listed: [{ kind: "competitor" as const, name, domains, note: "Sells the same" }],
  })
  expect(kindsOf(listed("CASCADE CLOUD Ltd."))).toEqual(["competitor"])
  expect(kindsOf(listed("Other", ["cascade.example"]))).toEqual(["competitor"])
  expect(kindsOf(listed("Other", ["gmail.com"]))).toEqual([])
  expect(kindsOf(listed("Cascade"))).toEqual([])
  expect(conflictsOf(company, { ...nobody, ...listed("Cascade Cloud") })[0]).toMatchObject({
    ...{ name: "Cascade Cloud", note: "Sells the same" },
  })
})

test("what weighs most is told first, and only that asks for a word", () => {
  const kinds = kindsOf({
    ours: ["cascade.example"],
    listed: [
      { kind: "customer", name: "Cascade Cloud", domains: [], note: null },
      { kind: "excluded", name: "Cascade Cloud", domains: [], note: null },
    ],
    alike: [
      { id: "1", name: "Cascade", why: "name" },
      { id: "2", name: "Cascade AG", why: "registration" },
    ],
    partnerships: [
      { id: "3", name: "Cascade, resale", endedOn: null },
      { id: "4", name: "Cascade, referral", endedOn: "2026-01-31" },
    ],
    candidates: [
      { id: "5", profileName: "MSPs", isDeclined: true, movedOn: "2026-02-01" },
      { id: "6", profileName: "Resellers", isDeclined: false, movedOn: "2026-03-01" },
    ],
  })
  expect(kinds).toEqual([
    ...["own_company", "excluded", "same_registration", "like_name"],
    ...["partner", "former_partner", "candidate", "declined", "customer"],
  ])
  expect(kinds.filter(isSerious)).toEqual(["own_company", "excluded"])
})
