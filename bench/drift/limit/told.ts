/**
 * Reads one signal's record week by week and says the log-density of each value given those before it, were its mean `times` the usual;
 * what does not depend on the mean is left out, because only differences are asked for. 0 where nothing is on record. `state` is what is
 * remembered of the weeks before and is moved on.
 */
export type Reader = Readonly<{
  start: () => Float64Array
  read: (state: Float64Array, i: number, times: number) => number
}>

/** One signal as its own generator knows it: how it falls in the drift of its partnership, and how likely every value is. */
export type Told = Readonly<{
  key: string
  /** Weeks from the onset of the drift to this signal's fall. */
  lag: number
  /** How many times the usual, so many weeks into the fall; the same for ever from `settled` on. */
  times: (after: number) => number
  settled: number
  firstWeek: number
  weeks: number
  reader: Reader
}>

/** Asks about a value that is on record, and about how many it is; undefined where there is none. */
export const seenIn =
  (values: Float64Array, sizes: Float64Array = new Float64Array(0)) =>
  <T>(i: number, of: (value: number, n: number) => T): T | undefined => {
    const value = values[i] as number
    return Number.isNaN(value) ? undefined : of(value, sizes[i] as number)
  }
