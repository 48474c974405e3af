import type { PlainDate } from "#core/time"
import type { Facts } from "./facts.ts"
import type { Line } from "./line.ts"
import { type Judged, judge } from "./movement.ts"

/**
 * What the same day would come to by other facts: what a tier asked for stands in its own lines, so that it is judged by the terms of that
 * day, whatever has been published since.
 */
export const judgedAgain = <J extends Judged>(then: readonly J[], facts: Facts, on: PlainDate): J[] => {
  const tiers = then.map(({ key, name, lines }) => ({
    ...{ key, name, benefits: { discountBps: null, words: [] } },
    requirements: lines.map(({ key: asked, kind, about, threshold, windowMonths }) => ({
      ...{ key: asked, kind, about, threshold, windowMonths },
    })),
  }))
  const now = judge({ tiers }, facts, on)
  return then.map((tier, place) => ({ ...tier, ...now[place] }))
}

type Told = Pick<Line, "value" | "standing" | "uncounted">

/** Whether a line comes to something else by what is known now. */
export const isOther = (then: Told, now: Told): boolean =>
  then.value !== now.value || then.standing !== now.standing || then.uncounted !== now.uncounted
