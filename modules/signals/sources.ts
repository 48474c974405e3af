import { signalSources as activities } from "#modules/activities"
import { signalSources as deals } from "#modules/deals"
import { signalSources as measurements } from "#modules/measurements"
import type { WeeklySource } from "#platform/weekly"
import { promiseSources } from "./sources/promises.ts"
import { vacancySources } from "./sources/vacancies.ts"

/** Everything that feeds signals. Of two sources for one signal and side the later wins: a measured value beats a derived one. */
export const sources: readonly WeeklySource[] = [
  ...promiseSources,
  ...vacancySources,
  ...activities,
  ...deals,
  ...measurements,
]
