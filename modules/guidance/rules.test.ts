import { expect, test } from "vitest"
import { firstSteps, stepsDone } from "./rules.ts"

const nothing = {
  ...{ hasPartnerships: false, isSomethingSaid: false, hasFacts: false, isEachOwned: true },
  ...{ hasAgreement: false, hasPartnerPeople: false, hasColleagues: false },
}
const doneWith = (holds: Partial<typeof nothing>) => {
  const done = stepsDone({ ...nothing, ...holds })
  return firstSteps.filter((step) => done[step])
}

test("each step asks for its own thing, and where nobody is owned because nobody is there, nothing is done", () => {
  expect(doneWith({})).toEqual([])
  expect(doneWith({ hasPartnerships: true })).toEqual(["owners"])
  expect(doneWith({ hasPartnerships: true, isEachOwned: false })).toEqual([])
  expect(doneWith({ isSomethingSaid: true })).toEqual(["look"])
  expect(doneWith({ hasFacts: true })).toEqual(["facts"])
  expect(doneWith({ hasAgreement: true })).toEqual(["agreement"])
  expect(doneWith({ hasPartnerPeople: true })).toEqual(["partner"])
  expect(doneWith({ hasColleagues: true })).toEqual(["colleague"])
})
