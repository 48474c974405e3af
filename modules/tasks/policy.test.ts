import { expect, test } from "vitest"
import {
  company,
  editors,
  host,
  hosts,
  memberOf,
  only,
  otherCompany,
  outsiders,
  partners,
  verdictsOf,
} from "#test/actors"
import { mayDo, mayEditPlans, mayPlan, mayReadTemplates, maySkip } from "./policy.ts"

const of = (partyId: string, more = {}) => ({ partyId, ownerId: null, isOptional: false, privateTo: null, ...more })
const readers = ["executive", "contributor", "finance", "viewer"]

test("the host's editors plan for both sides, a company's people for their own company", () => {
  const unable = [...readers, ...outsiders]
  const others = { may: editors, "role-may-not": unable, "not-your-task": partners }
  expect(verdictsOf((actor) => mayPlan(actor, of(host)))).toEqual(others)
  expect(verdictsOf((actor) => mayPlan(actor, of(otherCompany)))).toEqual(others)
  expect(verdictsOf((actor) => mayPlan(actor, of(company)))).toEqual({
    may: [...editors, ...partners],
    "role-may-not": unable,
  })
})

test("a task is done by its party, the host's by those who work, a company's also by the host's editors", () => {
  const idle = ["executive", "finance", "viewer", ...outsiders]
  expect(verdictsOf((actor) => mayDo(actor, of(host)))).toEqual({
    may: [...editors, "contributor"],
    "role-may-not": idle,
    "not-your-task": partners,
  })
  expect(verdictsOf((actor) => mayDo(actor, of(company)))).toEqual({
    may: [...editors, ...partners],
    "role-may-not": [...readers, ...outsiders],
  })
})

test("whoever was given a task of the host does it, in whatever role; no task of a company", () => {
  const executive = memberOf("executive")
  expect(mayDo(executive, of(host, { ownerId: executive.userId }))).toBe(true)
  expect(mayDo(executive, of(company, { ownerId: executive.userId }))).toBe("role-may-not")
})

test("what is optional, or one's own, is left out by whoever does it; the rest by the host's editors", () => {
  const needed = verdictsOf((actor) => maySkip(actor, of(company)))
  expect(needed).toMatchObject({ may: editors, "needed-by-the-plan": partners })
  for (const more of [{ isOptional: true }, { privateTo: company }])
    expect(verdictsOf((actor) => maySkip(actor, of(company, more)))).toMatchObject({ may: [...editors, ...partners] })
  expect(verdictsOf((actor) => maySkip(actor, of(otherCompany, { isOptional: true })))).toMatchObject({ may: editors })
})

test("plans are the host's editors' to write and to start, and the host's to read", () => {
  expect(verdictsOf(mayEditPlans)).toEqual(only(editors))
  expect(verdictsOf(mayReadTemplates)).toEqual(only(hosts))
})
