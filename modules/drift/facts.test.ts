import fc from "fast-check"
import { expect, test } from "vitest"
import { openDerive } from "#test/derived"
import { isDriftingIn, isSilentIn, standingIn } from "./facts.ts"
import { standingOf } from "./rules.ts"

const derive = await openDerive()

const judged = fc.record({
  scored: fc.boolean(),
  drifting: fc.boolean(),
  silentSince: fc.option(fc.constant("2026-03-02"), { nil: null }),
})

test("SQL says how a partnership stands as the rule does, and of one that nobody looked at that it is not scored", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(judged, { minLength: 20, maxLength: 60 }), async (given) => {
      const rows = given.map(({ scored, drifting, silentSince }) => ({ scored, drifting, finding: { silentSince } }))
      expect(await derive("drift_finding", [...rows, {}], standingIn)).toEqual(
        [...given, undefined].map((each) => standingOf(each)),
      )
      expect(await derive("drift_finding", rows, isSilentIn)).toEqual(
        given.map((each) => standingOf(each) === "silent"),
      )
      const drifts = await derive("drift_finding", [...rows, {}], isDriftingIn)
      expect(drifts).toEqual([...given.map((each) => standingOf(each) === "drifting"), false])
    }),
    { numRuns: 25 },
  )
})
