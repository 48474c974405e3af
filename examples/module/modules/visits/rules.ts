import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"

/** A visit is planned; one that has been is recorded as an activity. */
export const decidePlan = (plannedOn: PlainDate, today: PlainDate): true | Refusal<"date-passed"> =>
  plannedOn >= today || refuse("date-passed", { field: "plannedOn", today })
