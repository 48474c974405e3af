import type { Chance } from "#bench/drift/chance"
import { weekFromNumber } from "#core/time"

/** The course of the business year: a smooth season, and the weeks in which nobody is there. */
export const yearOf = (chance: Chance): ((week: number) => number) => {
  const size = chance.happens(0.7) ? chance.between(0.05, 0.4) : 0
  const peak = chance.between(0, 52)
  const second = chance.between(-0.3, 0.3)
  const [winter, summer] = [chance.between(0.2, 0.8), chance.between(0.4, 1)]
  return (week) => {
    const angle = (2 * Math.PI * (week - peak)) / 52.1775
    const smooth = 1 + size * (Math.cos(angle) + second * Math.cos(2 * angle))
    const day = weekFromNumber(week).slice(5)
    if (day >= "12-20" || day <= "01-01") return smooth * winter
    return day >= "08-03" && day <= "08-20" ? smooth * summer : smooth
  }
}
