/**
 * A drift spreads: one signal begins, the others follow in the same week or within months. Chance of the same week, and
 * by how much the chance of a longer delay shrinks from week to week (mean delay of a follower: ten weeks).
 */
export const together = 0.2
export const fading = 0.9

/** Chance of a delay of `lag` weeks. */
export const chanceOfDelay = (lag: number): number =>
  lag === 0 ? together : (1 - together) * (1 - fading) * fading ** (lag - 1)
