/** How strongly something runs in a week of the story, as a factor on its usual level; week 0 is the oldest. */
export type Course = (week: number) => number

export const steady: Course = () => 1

/** Falls (or rises) to `level` from one week to the next. */
export const stepTo =
  (level: number, from: number): Course =>
  (week) =>
    week < from ? 1 : level

/** Moves to `level` over `weeks` weeks. */
export const fadeTo =
  (level: number, from: number, weeks: number): Course =>
  (week) =>
    1 + (level - 1) * Math.min(1, Math.max(0, (week - from + 1) / weeks))

/** Something between two weeks only. */
export const between =
  (level: number, from: number, until: number): Course =>
  (week) =>
    week >= from && week < until ? level : 1

/** A yearly swing that peaks in the same weeks every year. */
export const seasonal =
  (swing: number): Course =>
  (week) =>
    1 + swing * Math.sin((2 * Math.PI * week) / 52)

/** Both at once. */
export const times =
  (...courses: readonly Course[]): Course =>
  (week) =>
    courses.reduce((product, course) => product * course(week), 1)
