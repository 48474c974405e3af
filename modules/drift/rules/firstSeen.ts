import type { PlainDate } from "#core/time"
import { weekFromNumber, weekNumber } from "#core/time"
import { type Change, changeOf } from "./change.ts"
import { type Assessment, isSameSignal, nameOfSignal, type OnsetDate, type Subject } from "./finding.ts"
import { joinEvidence } from "./join.ts"
import type { Shock } from "./market.ts"
import { withPooledShortfall } from "./pooledShortfall.ts"

/** Weeks after which a change can be seen at all. */
const leastDelay = 4

/** What is asked again of the past: the last week known today, certainty needed, and what like partnerships had done together as seen when a week was over. */
export type Hindsight = Readonly<{ lastWeek: number; level: number; marketAt: (week: number) => readonly Shock[] }>

/**
 * The Monday on which a drift first showed: halving between a week without and a week with the verdict, so the answer can be
 * checked by asking again as of that day and as of a week before. Where an older drift was still open when this one began,
 * it was seen as soon as it could be. O(log weeks) verdicts, most of which end at the first loud signal.
 */
export const firstSeen = (
  subject: Subject,
  finding: Assessment,
  began: Pick<OnsetDate, "date" | "low">,
  { lastWeek, level, marketAt }: Hindsight,
): PlainDate => {
  const loudness = loudestFirst(subject, finding)
  const drifts = (week: number) => driftsAt(subject, loudness, week, marketAt(week), level)
  const low = weekNumber(began.low) - 1
  let without = drifts(low) ? Math.min(lastWeek, weekNumber(began.date) + leastDelay) - 1 : low
  let withIt = lastWeek
  if (without > low && drifts(without)) return weekFromNumber(without + 1)
  while (withIt - without > 1) {
    const between = (without + withIt) >> 1
    if (drifts(between)) withIt = between
    else without = between
  }
  return weekFromNumber(withIt + 1)
}

/** Indices of the signals: those that say most about the drift today ahead, among equals counts last, which cost the most to read. */
const loudestFirst = ({ signals }: Subject, finding: Assessment): readonly number[] => {
  const rank = signals.map((signal) => {
    const said = finding.signals.find((one) => isSameSignal(one, nameOfSignal(signal)))?.probability ?? 0
    return 2 * Math.round(said * 20) - (signal.definition.kind === "count" ? 1 : 0)
  })
  return signals.map((_, i) => i).sort((a, b) => (rank[b] as number) - (rank[a] as number))
}

/**
 * The verdict of a past week, and nothing else about it. A signal lowers the joined evidence most when it says nothing, so once
 * those heard carry the verdict against silence of all others, the others need not be asked.
 */
const driftsAt = (
  subject: Subject,
  order: readonly number[],
  lastWeek: number,
  shocks: readonly Shock[],
  level: number,
): boolean => {
  const heard: (Change | undefined)[] = new Array(order.length)
  let unheard = order.length
  for (const i of order) {
    const signal = subject.signals[i] as Subject["signals"][number]
    const about = shocks.filter((shock) => shock.type === subject.type && shock.signal === signal.definition.key)
    const change = changeOf(signal, lastWeek, about)
    heard[i] = change
    unheard--
    if (change === undefined || change.logBayes <= 0 || unheard === 0) continue
    const rest = new Array<Change>(unheard).fill({ ...change, logBayes: Number.NEGATIVE_INFINITY })
    if (isDrift([...heard.filter((one) => one !== undefined), ...rest], level)) return true
  }
  const all = heard.filter((one) => one !== undefined)
  return isDrift(withPooledShortfall(all, lastWeek), level)
}

const isDrift = (changes: readonly Change[], level: number): boolean =>
  changes.length > 0 && joinEvidence(changes).probability >= level
