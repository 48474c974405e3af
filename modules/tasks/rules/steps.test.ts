import { expect, test } from "vitest"
import { decideSteps, ownerOf, type Step } from "./steps.ts"

const step = (key: string, more: Partial<Step> = {}): Step => ({
  ...{ key, title: `Do ${key}`, side: "host", isPrivate: false, isOptional: false },
  ...{ offset: { count: 1, unit: "workdays" }, waitsFor: [], ...more },
})

test("a plan whose steps are all there, in an order, can be carried out", () => {
  expect(decideSteps([step("one"), step("two", { after: "one" }), step("three", { waitsFor: ["one", "two"] })])).toBe(
    true,
  )
  expect(decideSteps([step("later", { after: "sooner" }), step("sooner")])).toBe(true)
})

test("a plan that could not be carried out is refused with what is wrong", () => {
  expect(decideSteps([step("one"), step("one")])).toMatchObject({
    refusal: "same-key",
    detail: { field: "steps.1.key" },
  })
  expect(decideSteps([step("one", { waitsFor: ["two"] })])).toMatchObject({ refusal: "no-such-step" })
  expect(decideSteps([step("one", { after: "two" }), step("two", { waitsFor: ["one"] })])).toMatchObject({
    refusal: "goes-in-circles",
    detail: { names: "Do one → Do two → Do one" },
  })
})

test("what is private is the host's, and nothing shared hangs on it", () => {
  const own = step("own", { isPrivate: true })
  expect(decideSteps([step("one", { side: "partner", isPrivate: true })])).toMatchObject({
    refusal: "private-is-the-hosts",
  })
  expect(decideSteps([own, step("two", { waitsFor: ["own"] })])).toMatchObject({ refusal: "kept-private-from-it" })
  expect(decideSteps([step("two"), { ...own, after: "two" }])).toMatchObject({ refusal: "kept-private-from-it" })
  expect(decideSteps([step("two"), { ...own, waitsFor: ["two"] }])).toBe(true)
})

test("a step becomes the only person's with its role; of two, nobody guesses", () => {
  const person = (userId: string, role: string) => ({ userId, name: userId, role })
  const people = {
    host: [person("eva", "owner"), person("ben", "partner_manager"), person("carl", "partner_manager")],
    partner: [person("aya", "technical"), person("kenji", "seller")],
  }
  expect(ownerOf(step("a"), people, "ben")?.userId).toBe("ben")
  expect(ownerOf(step("a"), people, "who has left")).toBeUndefined()
  expect(ownerOf(step("a", { role: "owner" }), people, "ben")?.userId).toBe("eva")
  expect(ownerOf(step("a", { role: "partner_manager" }), people, "ben")).toBeUndefined()
  expect(ownerOf(step("a", { side: "partner", role: "technical" }), people, "ben")?.userId).toBe("aya")
  expect(ownerOf(step("a", { side: "partner" }), people, "ben")).toBeUndefined()
})

test("what is for the host alone opens nothing for the partner", () => {
  const grants = [{ opens: "deal_registration" as const }]
  expect(decideSteps([step("one", { isPrivate: true, grants })])).toMatchObject({ refusal: "private-opens-nothing" })
  expect(decideSteps([step("one", { grants }), step("two", { isPrivate: true, grants: [] })])).toBe(true)
})
