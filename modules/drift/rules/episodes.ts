import { weekFromNumber } from "#core/time"
import type { Change } from "./change.ts"
import type { EpisodeFinding } from "./finding.ts"
import { bandLevel } from "./join.ts"

/** Log evidence from which a past episode of one signal is believed. */
const believed = 4

/** Past times of drift: the ended episodes of all signals, those that overlap told as one. */
export const pastEpisodes = (changes: readonly Change[]): readonly EpisodeFinding[] => {
  const spans = changes.flatMap(({ signal, detection }) =>
    (detection?.episodes() ?? []).flatMap(({ onset, end, outcome, logBayes }) => {
      if (end === undefined || logBayes < believed) return []
      const shift = signal.firstWeek - signal.definition.lagWeeks
      return [{ from: onset.index + shift, low: onset.low + shift, high: onset.high + shift, to: end + shift, outcome }]
    }),
  )
  const merged: typeof spans = []
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last === undefined || span.from > last.to) merged.push(span)
    else if (span.to > last.to) merged[merged.length - 1] = { ...last, to: span.to, outcome: span.outcome }
  }
  return merged.map(({ from, low, high, to, outcome }) => ({
    onset: { date: weekFromNumber(from), low: weekFromNumber(low), high: weekFromNumber(high), level: bandLevel },
    endedOn: weekFromNumber(to),
    outcome,
  }))
}
