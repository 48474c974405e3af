import { expect, test } from "vitest"
import { weekFromNumber } from "#core/time"
import { type Assessment, assessPortfolio, type Clause, summarise } from "#rules/drift"
import { drawHeldOut } from "./heldOut/portfolio.ts"
import { drawOwn } from "./portfolios.ts"
import { drawThird } from "./third/portfolio.ts"
import type { Case } from "./truth.ts"

/** Whose act a cause is, said apart from the engine's own table. */
const whose: Readonly<Record<string, "host" | "partner">> = {
  ...{ host_service_failure: "host", host_people_loss: "host", economics: "host" },
  ...{ partner_people_loss: "partner", capability_gap: "partner", strategic_divergence: "partner" },
}

type Told = Extract<Clause, { key: "signal" | "act" }>
const isTold = (one: Clause): one is Told => one.key === "signal" || one.key === "act"
const sideOf = (one: Told | undefined) => (one?.key === "act" ? one.event.side : one?.side)

/** What the sentence says against the finding it is made from. */
const contradictions = (finding: Assessment): readonly string[] => {
  const clauses = summarise(finding)
  const story = clauses.filter(isTold)
  const first = clauses.find((one) => one.key === "first-side")
  const side = first?.side
  const all: string[] = []
  if (finding.drifting && !finding.fromTheStart && side !== finding.firstSide) all.push("another side than the finding")
  if (side === "host" || side === "partner") {
    if (sideOf(story[0]) !== side) all.push(`${side} is accused, and ${sideOf(story[0])} opens`)
    const [cause] = finding.causes
    const its = cause && cause.probability >= 0.3 ? whose[cause.cause] : undefined
    if (its !== undefined && its !== side) all.push(`${side} is accused beside ${cause?.cause}`)
  }
  if (side === "both") {
    const opening = story.slice(0, 2).map(sideOf)
    if (opening[0] !== "both" && opening.toSorted().join() !== "host,partner")
      all.push(`both are accused by ${opening}`)
  }
  for (const one of story) {
    if (one.key !== "signal") continue
    const lane = finding.signals.find((each) => each.signal === one.signal && each.side === one.side)
    if (!lane?.changed) all.push(`${one.signal} is told and did not move`)
    if (one.on !== (lane?.onset?.date ?? null)) all.push(`${one.signal} is dated apart from its lane`)
  }
  if (finding.silentSince !== null && clauses.some(({ key }) => key === "drifting-since")) all.push("silent, drifting")
  if (!finding.drifting && story.length > 0) all.push("a story of what does not drift")
  return all
}

const worlds: readonly (readonly [string, readonly Case[]])[] = [
  ["own", drawOwn(20_261_129, 0)],
  ["held-out", drawHeldOut(41, 0)],
  ["third", drawThird(41, 0, 60)],
]

test.each(worlds)("in the %s worlds the sentence and the lanes cannot disagree", (_, cases) => {
  const last = Math.max(...cases.map(({ truth }) => truth.lastWeek))
  const subjects = cases.map(({ subject }) => subject)
  let accused = 0
  for (const finding of assessPortfolio(subjects, weekFromNumber(last + 1))) {
    expect(contradictions(finding), finding.partnership).toEqual([])
    if (finding.firstBy.length > 0) accused++
  }
  expect(accused).toBeGreaterThan(5)
})
