export { type ScaleSeen, seesBothScales, shareOf } from "./rules/shares.ts"

import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"

/** Which of two records of the same signal counts: what was measured, or what is counted from acts. */
export const countedSorts = ["measured", "acts"] as const
export type Counted = (typeof countedSorts)[number]

/** Two records tell of the same when they are of one party's, or one of them is of all parties together. */
export const tellsOfSame = (one: Id | null, other: Id | null): boolean =>
  one === null || other === null || one === other

/** Nothing is measured of a period that has not begun. */
export const decidePeriod = (periodStart: PlainDate, today: PlainDate): true | Refusal<"period-not-over"> =>
  periodStart <= today || refuse("period-not-over", { field: "periodStart", today })
