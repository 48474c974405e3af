import type { Assessment, CauseFinding, FirstSide, SignalFinding } from "./finding.ts"

/** One clause of the sentence about a partnership, without words: whoever shows it puts it into the reader's language. */
export type Clause =
  | Readonly<{ key: "not-scored"; reason: string | null }>
  | Readonly<{ key: "steady" }>
  | Readonly<{ key: "market" }>
  | Readonly<{ key: "recovered"; endedOn: string; outcome: string }>
  | Readonly<{ key: "drifting-since"; date: string; low: string; high: string; detectedOn: string | null }>
  | Readonly<{ key: "changed-lately"; since: string; detectedOn: string | null }>
  | Readonly<{ key: "silent-since"; date: string }>
  | Readonly<{ key: "first-side"; side: FirstSide }>
  | Readonly<{ key: "signal-moved"; finding: SignalFinding }>
  | Readonly<{ key: "signal-short"; finding: SignalFinding }>
  | Readonly<{ key: "likely-causes" | "possible-causes"; causes: readonly CauseFinding[] }>

/** Causes named in the sentence, and the least probability that is worth a word. */
const named = 3
const worthNaming = 0.05

/** Probability from which the first cause is called likely; below it none stands out. */
const likely = 0.3

/** What a person would say about a partnership, clause by clause, in the order of saying it. */
export const summarise = (finding: Assessment): readonly Clause[] => {
  if (!finding.scored) return [{ key: "not-scored", reason: finding.reason }]
  const since = finding.drifting ? sinceClause(finding) : undefined
  if (since === undefined) return quietClauses(finding)
  const moved = finding.signals
    .filter((one) => one.changed && (one.onset !== null || finding.changedSince !== null))
    .sort((a, b) => (a.onset?.date ?? "").localeCompare(b.onset?.date ?? ""))
  const causes = finding.causes.filter(({ probability }) => probability >= worthNaming).slice(0, named)
  return [
    since,
    ...(finding.silentSince ? [{ key: "silent-since" as const, date: finding.silentSince }] : []),
    ...(finding.firstSide && !finding.fromTheStart ? [{ key: "first-side" as const, side: finding.firstSide }] : []),
    ...moved.map((one) => ({
      key: finding.fromTheStart ? ("signal-short" as const) : ("signal-moved" as const),
      finding: one,
    })),
    ...causes.slice(0, 1).map(({ probability }) => ({
      key: probability >= likely ? ("likely-causes" as const) : ("possible-causes" as const),
      causes,
    })),
  ]
}

/** Since when, or that it is too early to say. */
const sinceClause = ({ onset, changedSince, detectedOn }: Assessment): Clause | undefined => {
  if (changedSince !== null) return { key: "changed-lately", since: changedSince, detectedOn }
  return onset === null
    ? undefined
    : { key: "drifting-since", date: onset.date, low: onset.low, high: onset.high, detectedOn }
}

/** Who has fallen silent is not steady, whatever else is said: silence goes before it, as in the standing. */
const quietClauses = ({ market, episodes, silentSince }: Assessment): readonly Clause[] => {
  const last = episodes.at(-1)
  if (silentSince !== null)
    return [{ key: "silent-since", date: silentSince }, ...(market ? [{ key: "market" as const }] : [])]
  const past = last?.endedOn ? [{ key: "recovered" as const, endedOn: last.endedOn, outcome: last.outcome }] : []
  return [{ key: market ? "market" : "steady" }, ...past]
}
