import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays } from "#core/time"
import { openDerive } from "#test/derived"
import { isExpiredIn, isExpiringIn, isMissingIn } from "./facts.ts"
import { concernOf, itemStates, remindDayOf, standingOf } from "./rules.ts"

const today = "2026-11-23"
const derive = await openDerive()

const given = fc.array(
  fc
    .record({
      state: fc.constantFrom(...itemStates),
      isRequired: fc.boolean(),
      isAccepted: fc.boolean(),
      ends: fc.option(fc.integer({ min: -3, max: 6 }), { nil: null }),
      remindDays: fc.constantFrom(0, 1, 3),
    })
    .map(({ state, isRequired, isAccepted, ends, remindDays }) => {
      // What is accepted has an accepted round; what was only asked for has none.
      const acceptedRound = state === "accepted" || (isAccepted && state !== "asked") ? 1 : null
      const validThrough = acceptedRound === null || ends === null ? null : addDays(today, ends)
      return { state, isRequired, acceptedRound, validThrough, remindOn: remindDayOf(validThrough, remindDays) }
    }),
  { minLength: 20, maxLength: 20 },
)
type Given = Readonly<{
  state: string
  isRequired: boolean
  acceptedRound: number | null
  validThrough: string | null
  remindOn: string | null
}>
const rowOf = (of: Given) => ({
  ...{ state: of.state, is_required: of.isRequired, accepted_round: of.acceptedRound },
  ...{ valid_through: of.validThrough, remind_on: of.remindOn },
})

test("SQL says of every item what the rules say: expired, expiring, missing", async () => {
  await fc.assert(
    fc.asyncProperty(given, async (all) => {
      const rows = all.map(rowOf)
      const standings = all.map((each) => standingOf(each, today))
      expect(await derive("diligence_item", rows, (of) => isExpiredIn(of, today))).toEqual(
        standings.map((standing) => standing === "expired"),
      )
      expect(await derive("diligence_item", rows, (of) => isExpiringIn(of, today))).toEqual(
        standings.map((standing) => standing === "expiring"),
      )
      expect(await derive("diligence_item", rows, isMissingIn)).toEqual(
        all.map((each) => concernOf([{ ...each, isMatchOpen: false }], today).missing === 1),
      )
    }),
    { numRuns: 50 },
  )
})
