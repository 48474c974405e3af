import { expect, test } from "vitest"
import { company, editors, host, only, otherCompany, outsiders, partners, verdictsOf } from "#test/actors"
import { mayDispute, mayReDate, mayReport, maySettle } from "./policy.ts"

const ours = { owedBy: "host", partyId: host } as const
const theirs = { owedBy: "partner", partyId: company } as const
const others = { owedBy: "partner", partyId: otherCompany } as const
const readers = ["executive", "contributor", "finance", "viewer"]
const idle = ["executive", "finance", "viewer", ...outsiders]

test("a promise of the host is reported by those who work on it, none by another company", () => {
  expect(verdictsOf((actor) => mayReport(actor, ours))).toEqual({
    may: [...editors, "contributor"],
    "role-may-not": idle,
    "not-your-promise": partners,
  })
})

test("a company's promise is reported by that company, or by the host's editors for it", () => {
  const unable = [...readers, ...outsiders]
  expect(verdictsOf((actor) => mayReport(actor, theirs))).toEqual({
    may: [...editors, ...partners],
    "role-may-not": unable,
  })
  expect(verdictsOf((actor) => mayReport(actor, others))).toEqual({
    may: editors,
    "role-may-not": unable,
    "not-your-promise": partners,
  })
})

test("whoever is owed a promise confirms and waives it", () => {
  expect(verdictsOf((actor) => maySettle(actor, ours))).toEqual(only(partners, "not-owed-to-you"))
  for (const owed of [theirs, others])
    expect(verdictsOf((actor) => maySettle(actor, owed))).toEqual({
      may: editors,
      "role-may-not": [...readers, ...outsiders],
      "not-owed-to-you": partners,
    })
})

test("a new date is recorded by the host's editors", () => {
  expect(verdictsOf(mayReDate)).toEqual(only(editors))
})

test("whoever owes or is owed it disputes the record, no third company", () => {
  for (const owed of [ours, theirs])
    expect(verdictsOf((actor) => mayDispute(actor, owed))).toEqual(only([...editors, ...partners]))
  expect(verdictsOf((actor) => mayDispute(actor, others))).toEqual({
    may: editors,
    "role-may-not": [...readers, ...outsiders],
    "between-others": partners,
  })
})
