import { expect, test } from "vitest"
import { editors, hosts, only, verdictsOf } from "#test/actors"
import { mayAskDiligence, mayGiveEvidence, mayReadDiligence, mayReviewEvidence } from "./policy.ts"

test("due diligence is the host's own; editors ask, contributors and finance bring evidence too, and a person reviews it", () => {
  expect(verdictsOf(mayReadDiligence)).toEqual(only(hosts))
  expect(verdictsOf(mayAskDiligence)).toEqual(only(editors))
  expect(verdictsOf(mayGiveEvidence)).toEqual(only([...editors, "contributor", "finance"]))
  expect(verdictsOf(mayReviewEvidence)).toEqual(only(["owner", "admin", "partner_manager", "executive"]))
})
