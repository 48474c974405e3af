import { type Refusal, refuse } from "#core/refusal"
import type { Instant, PlainDate } from "#core/time"

/** What is promised to be answered in time. */
export const promiseKinds = ["deal_answer"] as const
export type PromiseKind = (typeof promiseKinds)[number]

/** How soon something is answered: minutes of business time; null is no promise, and time is only shown. */
export type Target = Readonly<{
  promisedMinutes: number | null
  /** Business time before the promise is due at which its owner is warned; null warns nobody. */
  warnMinutes: number | null
}>

/** One version: in force from a day on, as recorded at a moment. */
export type TargetVersion = Target & Readonly<{ inForceFrom: PlainDate; recordedAt: Instant }>

/** What holds until a workspace says otherwise: three days of eight open hours, and a warning two hours before. */
export const deliveredTarget: Target = { promisedMinutes: 24 * 60, warnMinutes: 120 }

/**
 * The version that holds for what is submitted on a day: of those in force by then, the latest; of several from one day, the one
 * recorded last, and of those of one moment the one that comes first in the list. What is submitted later under another version changes nothing for it.
 */
export const targetFor = (versions: readonly TargetVersion[], submittedOn: PlainDate): Target => {
  const later = (a: TargetVersion, b: TargetVersion) =>
    a.inForceFrom > b.inForceFrom || (a.inForceFrom === b.inForceFrom && a.recordedAt > b.recordedAt)
  return (
    versions
      .filter(({ inForceFrom }) => inForceFrom <= submittedOn)
      .reduce<TargetVersion | undefined>(
        (best, version) => (best === undefined || later(version, best) ? version : best),
        undefined,
      ) ?? deliveredTarget
  )
}

/** What one agreement promises of it, while it holds. */
export type AgreedTarget = Readonly<{ promisedMinutes: number; inForceFrom: PlainDate; inForceUntil: PlainDate | null }>

/** What an agreement promises goes before what is promised to everybody; of several agreements the shortest time holds. */
export const agreedTargetFor = (agreed: readonly AgreedTarget[], usual: Target, submittedOn: PlainDate): Target => {
  const minutes = agreed
    .filter(
      ({ inForceFrom, inForceUntil }) => inForceFrom <= submittedOn && submittedOn <= (inForceUntil ?? submittedOn),
    )
    .map(({ promisedMinutes }) => promisedMinutes)
  if (minutes.length === 0) return usual
  const promisedMinutes = Math.min(...minutes)
  const { warnMinutes } = usual
  return { promisedMinutes, warnMinutes: warnMinutes !== null && warnMinutes < promisedMinutes ? warnMinutes : null }
}

/** A warning comes before what it warns of, and only of something promised. */
export const decideTarget = (target: Target): Target | Refusal<"warning-too-early"> => {
  const { promisedMinutes, warnMinutes } = target
  if (promisedMinutes === null) return { promisedMinutes, warnMinutes: null }
  if (warnMinutes !== null && warnMinutes >= promisedMinutes)
    return refuse("warning-too-early", { field: "warnMinutes", promisedMinutes })
  return target
}
