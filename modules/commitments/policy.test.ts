import { expect, test } from "vitest"
import { company, editors, host, members, only, otherCompany, outsiders, partners, verdictsOf } from "#test/actors"
import { mayDispute, mayPropose, mayReport, maySettle, maySettleMany, mayUndo } from "./policy.ts"

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

test("whoever owes a promise proposes a change of it, nobody else, and the host not for a company", () => {
  expect(verdictsOf((actor) => mayPropose(actor, ours))).toEqual({
    may: editors,
    "role-may-not": [...readers, ...outsiders],
    "not-yours-to-propose": partners,
  })
  expect(verdictsOf((actor) => mayPropose(actor, theirs))).toEqual({
    may: partners,
    "not-yours-to-propose": ["keelson", ...members],
    "role-may-not": outsiders,
  })
  expect(verdictsOf((actor) => mayPropose(actor, others))["may"]).toBeUndefined()
})

test("who may act at all may take back what they did, and those who settle settle many at once", () => {
  expect(verdictsOf((actor) => mayUndo(actor, ours))).toEqual(only([...editors, "contributor", ...partners]))
  expect(verdictsOf((actor) => mayUndo(actor, theirs))).toEqual(only([...editors, ...partners]))
  expect(verdictsOf((actor) => mayUndo(actor, others))["between-others"]).toEqual(partners)
  expect(verdictsOf(maySettleMany)).toEqual(only([...editors, ...partners]))
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
