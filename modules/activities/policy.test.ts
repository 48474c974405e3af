import { expect, test } from "vitest"
import { company, hosts, only, otherCompany, partners, verdictsOf } from "#test/actors"
import { mayRecordActivity, mayRetractActivity } from "./policy.ts"

const workers = hosts.filter((name) => name !== "viewer")

test("whoever works in a partnership logs what happened; viewers look on", () => {
  expect(verdictsOf(mayRecordActivity)).toEqual(only([...workers, ...partners]))
})

test("the host's people take back what the host recorded, a company's what that company did", () => {
  expect(verdictsOf((actor) => mayRetractActivity(actor, { recordedBy: null }))).toEqual(only(workers))
  expect(verdictsOf((actor) => mayRetractActivity(actor, { recordedBy: company }))).toEqual(only(partners))
  expect(verdictsOf((actor) => mayRetractActivity(actor, { recordedBy: otherCompany }))).toEqual(only([]))
})
