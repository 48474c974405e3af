import fc from "fast-check"
import { expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import {
  decideMove,
  decideParty,
  decidePartyMeant,
  isLive,
  moveVisibility,
  partnershipTypes,
  stageMoves,
  stages,
} from "./rules.ts"

test("exactly the listed moves are allowed, once a reason is given", () => {
  const stage = fc.constantFrom(...stages)
  fc.assert(
    fc.property(stage, stage, (from, to) => {
      expect(isRefusal(decideMove({ from, to, reason: "because" }))).toBe(!stageMoves[from].includes(to))
    }),
  )
})

test("ending, pausing and declining need a reason; going on does not", () => {
  expect(decideMove({ from: "active", to: "ended" })).toMatchObject({ refusal: "reason-needed" })
  expect(decideMove({ from: "active", to: "renewing" })).toBe("renewing")
})

test("what happens before an agreement stays on the host's side", () => {
  expect(moveVisibility({ from: "qualifying", to: "declined" })).toBe("host")
  expect(moveVisibility({ from: "negotiating", to: "onboarding" })).toBe("shared")
  expect(moveVisibility({ from: "active", to: "ended" })).toBe("shared")
})

test("what ended or was declined is over; what is paused is not", () => {
  expect(stages.filter((stage) => !isLive(stage))).toEqual(["ended", "declined"])
})

test("only a consortium has further parties", () => {
  expect(partnershipTypes.filter((type) => decideParty(type) === true)).toEqual(["consortium"])
})

test("a side means its party where there is one; of several companies one has to be named, and it has to take part", () => {
  const two = { host: "us", companies: ["them"] }
  const consortium = { host: "us", companies: ["them", "those"] }
  expect(decidePartyMeant(two, "host", undefined)).toBe("us")
  expect(decidePartyMeant(two, "partner", undefined)).toBe("them")
  expect(decidePartyMeant(consortium, "partner", "those")).toBe("those")
  expect(decidePartyMeant(consortium, "partner", undefined)).toMatchObject({ refusal: "company-needed" })
  expect(decidePartyMeant(consortium, "partner", "strangers")).toMatchObject({ refusal: "no-such-party" })
  expect(decidePartyMeant(consortium, "host", "them")).toMatchObject({ refusal: "no-such-party" })
})
