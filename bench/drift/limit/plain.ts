import type { Reader } from "./told.ts"

const never = Math.log(1e-300)
const nothing = new Float64Array(0)

/** Sources that remember nothing. */
const reader = (read: (i: number, times: number) => number): Reader => ({
  start: () => nothing,
  read: (_, i, times) => read(i, times),
})

/** Meetings on a rhythm: known is when one is due, and that it is held with chance `held` times what is left. */
export const meetingReader = (values: Float64Array, isDue: (i: number) => boolean, held: number): Reader =>
  reader((i, times) => {
    const value = values[i] as number
    if (!isDue(i) || Number.isNaN(value)) return 0
    const chance = Math.min(1, held * times)
    return Math.log(Math.max(1e-300, value > 0 ? chance : 1 - chance))
  })

/** A chair: empty for seven days when it is not usual any more, else now and then for one of `most` days. */
export const chairReader = (values: Float64Array, absent: number, most: number): Reader =>
  reader((i, times) => {
    const days = values[i] as number
    if (Number.isNaN(days)) return 0
    if (times !== 1) return days === 7 ? 0 : never
    return days === 7 ? never : Math.log(days === 0 ? 1 - absent : absent / most)
  })
