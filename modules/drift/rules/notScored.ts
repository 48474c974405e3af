import type { Assessment, Subject } from "./finding.ts"

/** The finding about a partnership with too little data: no guess, and why. */
export const notScored = (subject: Subject, lastWeek: number): Assessment => {
  const { partnership, signals } = subject
  const weeks = Math.max(0, ...signals.map((signal) => observedUpTo(signal.values, lastWeek - signal.firstWeek)))
  const needed = Math.min(...signals.map(({ definition }) => definition.minimumWeeks))
  const reason =
    signals.length === 0 || weeks === 0
      ? "no signal observed yet"
      : `${weeks} weeks observed at most; ${needed} are needed`
  return {
    partnership,
    drifting: false,
    probability: 0,
    onset: null,
    changedSince: null,
    detectedOn: null,
    firstSide: null,
    signals: [],
    causes: [],
    market: false,
    scored: false,
    reason,
    episodes: [],
    firstPartyId: null,
    firstBy: [],
    marketFalls: [],
    fromTheStart: false,
    silentSince: null,
  }
}

const observedUpTo = (values: Float64Array, last: number): number =>
  values.subarray(0, Math.max(0, last + 1)).reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0)
