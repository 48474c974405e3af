import { expect, test } from "vitest"
import { decideOccurrence } from "./rules.ts"

const at = { now: "2026-11-28T08:00:00.000Z", today: "2026-11-28" }

test("what is logged has happened: an instant until now, with a clock that goes five minutes ahead; a day until today", () => {
  for (const when of ["2026-11-28T08:05:00.000Z", "2026-11-28", "2026-01-01"])
    expect(decideOccurrence(when, at)).toBe(true)
  for (const when of ["2026-11-28T08:05:00.001Z", "2026-11-29", "2027-02-01T10:00:00.000Z"])
    expect(decideOccurrence(when, at)).toMatchObject({ refusal: "in-the-future" })
})
