import { expect, test } from "vitest"
import { countedOf, maySeeAnswers } from "./blind.ts"
import { decideOutcome } from "./decision.ts"
import { type Criterion, decideYardstick, measureAlike } from "./profile.ts"
import {
  candidateStages,
  decideConversion,
  decideLookAgain,
  decideReopen,
  decideStage,
  workingStages,
} from "./stages.ts"

const criterion: Criterion = {
  key: "reach",
  dimension: "market_coverage",
  weight: 10,
  question: "Whom do they reach?",
  anchors: ["nobody", "few", "some", "many", "all"],
  isKnockOut: false,
}

test("a yardstick has criteria, each once, with a sentence for every level, and some weight", () => {
  expect(decideYardstick([criterion])).toBe(true)
  expect(decideYardstick([])).toMatchObject({ refusal: "no-criteria" })
  expect(decideYardstick([criterion, { ...criterion, weight: 5 }])).toMatchObject({
    refusal: "criterion-twice",
    detail: { criterion: "reach" },
  })
  for (const anchors of [["nobody", "few", " ", "many", "all"], ["nobody"]])
    expect(decideYardstick([{ ...criterion, anchors }])).toMatchObject({ refusal: "anchor-missing" })
  expect(decideYardstick([{ ...criterion, weight: 0 }])).toMatchObject({ refusal: "weightless" })
})

test("yardsticks measure alike in another order and wording, and not with another weight, anchor or knock-out", () => {
  const other = { ...criterion, key: "skill" }
  expect(measureAlike([criterion, other], [{ ...other, question: "What can they do?" }, criterion])).toBe(true)
  for (const change of [{ weight: 11 }, { anchors: ["", "", "", "", ""] }, { isKnockOut: true }])
    expect(measureAlike([criterion], [{ ...criterion, ...change }])).toBe(false)
})

test("on the board work goes to and fro; what needs a decision and what is decided does not move", () => {
  for (const from of candidateStages)
    for (const to of candidateStages) {
      const isOpen = (stage: string) => (workingStages as readonly string[]).includes(stage)
      const refusal = isOpen(to) ? "stage-decided" : "stage-needs-decision"
      expect(decideStage(from, to)).toEqual(isOpen(from) && isOpen(to) ? to : expect.objectContaining({ refusal }))
    }
})

test("what was decided is looked at again, unless it has become a partnership", () => {
  expect(decideReopen({ stage: "declined", hasPartnership: false })).toBe("researching")
  expect(decideReopen({ stage: "approved", hasPartnership: false })).toBe("researching")
  expect(decideReopen({ stage: "approved", hasPartnership: true })).toMatchObject({ refusal: "already-a-partnership" })
  expect(decideReopen({ stage: "contacted", hasPartnership: false })).toMatchObject({ refusal: "still-open" })
})

test("a day to look again lies ahead, within three years", () => {
  expect(decideLookAgain("2027-06-02", "2027-06-01")).toBe(true)
  for (const day of ["2027-06-01", "2027-05-31", "2030-06-05"])
    expect(decideLookAgain(day, "2027-06-01")).toMatchObject({ refusal: "look-again-not-ahead" })
})

test("28: what others answered is seen with one's own answers sent, or when nobody is at it any more", () => {
  const asked = (b: "asked" | "sent" | "recused") => [
    { assessor: "A", state: "sent" as const },
    { assessor: "B", state: b },
  ]
  expect(["A", "B", "C", undefined].map((reader) => maySeeAnswers(reader, asked("asked")))).toEqual([
    ...[true, false, false, false],
  ])
  expect(["A", "B", "C", undefined].map((reader) => maySeeAnswers(reader, asked("sent")))).toEqual([
    ...[true, true, true, true],
  ])
  expect(maySeeAnswers("B", asked("recused"))).toBe(true)
})

test("28: answers changed after seeing others do not count, those changed before do", () => {
  const sent = (...seeing: boolean[]) => seeing.map((afterSeeing, place) => ({ number: place + 1, afterSeeing }))
  expect(countedOf(sent(false, true))?.number).toBe(1)
  expect(countedOf(sent(false, false, true))?.number).toBe(2)
  expect(countedOf(sent(true, true))?.number).toBe(1)
  expect(countedOf([])).toBeUndefined()
})

test("27: a decision waits for every answer, and goes over a knock-out only with a word", () => {
  const asked = {
    ...({ stage: "assessing", outcome: "approved" } as const),
    ...{ isAssessed: true, isKnockedOut: false, isConflicted: false, isMatchOpen: false },
  }
  expect(decideOutcome(asked)).toBe("approved")
  expect(decideOutcome({ ...asked, isAssessed: false })).toMatchObject({ refusal: "answers-outstanding" })
  expect(decideOutcome({ ...asked, isAssessed: false, outcome: "declined" })).toBe("declined")
  expect(decideOutcome({ ...asked, isKnockedOut: true })).toMatchObject({ refusal: "knock-out-reason-needed" })
  expect(decideOutcome({ ...asked, isKnockedOut: true, knockOutReason: "Mended in May" })).toBe("approved")
  expect(decideOutcome({ ...asked, isKnockedOut: true, outcome: "declined" })).toBe("declined")
  expect(decideOutcome({ ...asked, isConflicted: true })).toMatchObject({ refusal: "conflict-reason-needed" })
  expect(decideOutcome({ ...asked, isConflicted: true, conflictReason: "They sold that line" })).toBe("approved")
  expect(decideOutcome({ ...asked, isConflicted: true, outcome: "declined" })).toBe("declined")
  expect(decideOutcome({ ...asked, isMatchOpen: true })).toMatchObject({ refusal: "diligence-reason-needed" })
  expect(decideOutcome({ ...asked, isMatchOpen: true, diligenceReason: "Another of that name" })).toBe("approved")
  expect(decideOutcome({ ...asked, isMatchOpen: true, outcome: "declined" })).toBe("declined")
  expect(decideOutcome({ ...asked, outcome: "on_hold" })).toMatchObject({ refusal: "look-again-needed" })
  expect(decideOutcome({ ...asked, outcome: "on_hold", lookAgainOn: "2027-09-01" })).toBe("on_hold")
  expect(decideOutcome({ ...asked, stage: "declined" })).toMatchObject({ refusal: "stage-decided" })
})

test("an approved candidate becomes a partnership, but not over what a check met that the approval says nothing of", () => {
  const approved = { stage: "approved", hasPartnership: false } as const
  const clear = { matchGivenAt: null, decidedAt: null, hasReason: false }
  expect(decideConversion(approved, clear)).toBe(true)
  expect(decideConversion({ ...approved, stage: "assessing" }, clear)).toMatchObject({ refusal: "not-approved" })
  expect(decideConversion({ ...approved, hasPartnership: true }, clear)).toMatchObject({
    refusal: "already-a-partnership",
  })
  const day = (at: number) => `2027-03-0${at}T09:00:00.000Z`
  const met = { matchGivenAt: day(2), decidedAt: day(2), hasReason: true }
  expect(decideConversion(approved, met)).toBe(true)
  for (const more of [{ decidedAt: day(1) }, { hasReason: false }, { decidedAt: null }])
    expect(decideConversion(approved, { ...met, ...more })).toMatchObject({ refusal: "match-uncleared" })
})
