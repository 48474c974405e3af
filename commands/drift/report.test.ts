import { expect, test } from "vitest"
import type { Assessment } from "#rules/drift"
import { report } from "./report.ts"
import { sentence } from "./sentence.ts"

const quiet: Assessment = {
  ...{
    partnership: "Gone",
    drifting: false,
    probability: 0.13,
    onset: null,
    changedSince: null,
    detectedOn: null,
    firstSide: null,
    firstPartyId: null,
    firstBy: [],
    marketFalls: [],
  },
  ...{
    signals: [],
    causes: [],
    market: false,
    scored: true,
    reason: null,
    fromTheStart: false,
    silentSince: "2019-03-04",
  },
  episodes: [
    {
      onset: { date: "2016-05-02", low: "2016-04-04", high: "2016-06-06", level: 0.9 },
      ...{ endedOn: "2019-04-29", outcome: "settled" },
    },
  ],
}

test("who has fallen silent is told so, with the fall that led there, and never called steady", () => {
  expect(sentence(quiet)).toBe("Silent since 2019-03-04.")
  const [, , , , line] = report([quiet], [], "2026-08-10").split("\n")
  expect(line).toMatch(/^Gone +silent +2016-05-02 +2016-04-04 - 2016-06-06$/)
  const sudden = report([{ ...quiet, episodes: [] }], [], "2026-08-10").split("\n")[4]
  expect(sudden).toMatch(/^Gone +silent +2019-03-04$/)
  expect(sentence({ ...quiet, silentSince: null, episodes: [] })).toBe(
    "No drift. Nothing shows that the signals have left their promised or usual level.",
  )
})

test("a drift that is too early to date is told with the first day on which it may have begun, and no other", () => {
  const young: Assessment = {
    ...quiet,
    ...{ silentSince: null, drifting: true, probability: 0.7, changedSince: "2025-06-30", detectedOn: "2026-08-03" },
    ...{ firstSide: "partner", firstBy: [{ signal: "registrations", side: "partner", partyId: null }], episodes: [] },
    signals: [
      {
        ...{ signal: "registrations", partyId: null, side: "partner", changed: true, probability: 0.7, onset: null },
        ...{ direction: "lower", before: 4, after: 0 },
      },
    ],
  }
  expect(sentence(young)).toBe(
    "Something has changed lately, on 2025-06-30 at the earliest; it is too early to date, seen on 2026-08-03. " +
      "Their side let go first: their deal registrations, 4 a week before, stopped.",
  )
  const [, , , , line] = report([young], [], "2026-08-10").split("\n")
  expect(line).toMatch(/^Gone +drifting +too early +not before 2025-06-30 +2026-08-03 +partner +70$/)
})
