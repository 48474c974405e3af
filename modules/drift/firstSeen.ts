import type { PlainDate } from "#core/time"
import { weekFromNumber, weekNumber } from "#core/time"
import { threshold } from "./rules/assess.ts"
import { type Change, changeOf } from "./rules/change.ts"
import { joinEvidence } from "./rules/join.ts"
import type { Shock } from "./rules/market.ts"
import type { Assessment, OnsetDate, Subject } from "./rules.ts"

/** Weeks after which a change can be seen at all: in one partnership, and in the movement of its like. */
const leastDelay = 4
const marketDelay = 6

/**
 * The Monday on which a drift first showed, found by halving. The market of a past week is what of it could be seen then.
 * O(log weeks) verdicts, most of which end at the first loud signal.
 */
export const firstSeen = (
  subject: Subject,
  finding: Assessment & Readonly<{ onset: OnsetDate }>,
  lastWeek: number,
  market: readonly Shock[],
): PlainDate => {
  const loudness = loudestFirst(subject, finding)
  const own = market.filter(({ type }) => type === subject.type)
  const drifts = (week: number) =>
    driftsAt(
      subject,
      loudness,
      week,
      own.filter((shock) => shock.week + marketDelay <= week),
    )
  const low = weekNumber(finding.onset.low) - 1
  let without = drifts(low) ? Math.min(lastWeek, weekNumber(finding.onset.date) + leastDelay) - 1 : low
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
  const rank = signals.map(({ definition: { key, side, kind } }) => {
    const said = finding.signals.find((one) => one.signal === key && one.side === side)?.probability ?? 0
    return 2 * Math.round(said * 20) - (kind === "count" ? 1 : 0)
  })
  return signals.map((_, i) => i).sort((a, b) => (rank[b] as number) - (rank[a] as number))
}

/**
 * The verdict of a past week, and nothing else about it. A signal lowers the joined evidence most when it says nothing, so once
 * those heard carry the verdict against silence of all others, the others need not be asked.
 */
const driftsAt = (subject: Subject, order: readonly number[], lastWeek: number, shocks: readonly Shock[]): boolean => {
  const heard: (Change | undefined)[] = new Array(order.length)
  let unheard = order.length
  for (const i of order) {
    const signal = subject.signals[i] as Subject["signals"][number]
    const about = shocks.filter((shock) => shock.signal === signal.definition.key)
    const change = changeOf(signal, lastWeek, about)
    heard[i] = change
    unheard--
    if (change === undefined || change.logBayes <= 0 || unheard === 0) continue
    const rest = new Array<Change>(unheard).fill({ ...change, logBayes: Number.NEGATIVE_INFINITY })
    if (isDrift([...heard.filter((one) => one !== undefined), ...rest])) return true
  }
  return isDrift(heard.filter((one) => one !== undefined))
}

const isDrift = (changes: readonly Change[]): boolean =>
  changes.length > 0 && joinEvidence(changes).probability >= threshold
