import type { Case } from "#bench/drift/truth"
import type { Verdict } from "#bench/drift/verdicts"
import { weekFromNumber } from "#core/time"

/** What was wrong with a verdict, in a word or two; undefined when nothing was. */
const wrong = ({ truth, drifting, onset, finding }: Verdict): string | undefined => {
  const { fate, cause, loss = 0, onset: began = 0 } = truth
  if (fate === "never-well") return drifting ? undefined : "never well, not found"
  if (fate !== "drift") return drifting ? "false alarm" : undefined
  if (!drifting) return loss >= 0.4 ? "missed" : undefined
  if (onset && (began < onset.low || began > onset.high)) return "outside the band"
  return finding?.causes[0]?.cause === cause ? undefined : "other cause"
}

/** Every partnership that was misjudged at the end: what was so, what was said, the signals and where they are said to have moved. */
export const misjudged = (cases: readonly Case[], verdicts: readonly Verdict[]): readonly string[] =>
  verdicts.flatMap((verdict, i) => {
    const what = wrong(verdict)
    const subject = cases[i]?.subject
    if (what === undefined || subject === undefined) return []
    const { truth, finding, probability } = verdict
    const { fate, cause, shape, sluggish, loss, onset, firstWeek } = truth
    const story = [
      fate,
      cause,
      shape && `${shape.name} ${shape.weeks}`,
      `rho ${sluggish}`,
      loss && `loss ${loss.toFixed(2)}`,
    ]
    const began = onset === undefined ? `since ${weekFromNumber(firstWeek)}` : weekFromNumber(onset)
    const said = finding?.onset ? `${finding.onset.date} (${finding.onset.low} to ${finding.onset.high})` : "nothing"
    const moved = finding?.signals.map(({ signal, changed, onset: own }) =>
      changed ? `${signal}@${own?.date}` : signal,
    )
    return [
      `${what}: ${subject.partnership}, ${subject.type}; ${story.filter(Boolean).join(", ")}; ${began}`,
      `    said ${probability.toFixed(2)}, ${said}, ${finding?.causes[0]?.cause ?? "no cause"}; ${moved?.join(" ")}`,
    ]
  })
