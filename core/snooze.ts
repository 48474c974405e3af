import { addDays, type PlainDate } from "./time.ts"

/** What comes back in more than a year is as good as dismissed, which is another act. */
export const furthestDays = 365

/** Whether something can be put off until that day: one ahead, within a year. */
export const maySnoozeUntil = (until: PlainDate, today: PlainDate): boolean =>
  until > today && until <= addDays(today, furthestDays)
