export { type ScaleSeen, seesBothScales, shareOf } from "./rules/shares.ts"

import { type Refusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"

/** Nothing is measured of a period that has not begun. */
export const decidePeriod = (periodStart: PlainDate, today: PlainDate): true | Refusal<"period-not-over"> =>
  periodStart <= today || refuse("period-not-over", { field: "periodStart", today })
