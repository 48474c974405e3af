const block = 8

/**
 * Share of the gaps that tell the rhythm: the longest are what a lapse leaves behind. Gaps needed to speak of one, the irregularity
 * below which it is believed (events at random reach 0.4 to 0.6), and by how much longer than usual a gap is that skips a beat.
 */
const usualGaps = 0.85
const leastGaps = 8
const regular = 0.15
const skipping = 1.5

/**
 * How much more (or less) a count varies than Poisson events would: 1 for those.
 *
 * Above 1 for bursty counts: variance over mean inside short blocks, where the level hardly moves. Below 1 only for rare
 * events that keep a rhythm, such as a monthly meeting: the squared variation of the gaps between them, which is the
 * dispersion of their number in the long run (Cox 1962, Renewal Theory). A missed month says much more there than among
 * events that come at random, though never more than the log of how rarely one is missed: a rhythm is only as reliable as it
 * has been. NaN is missing. Linear time.
 */
export const dispersionOf = (values: ArrayLike<number>): number => rhythmOf(values) ?? Math.max(1, insideBlocks(values))

const insideBlocks = (values: ArrayLike<number>): number => {
  let found = 0
  let expected = 0
  for (let start = 0; start < values.length; start += block) {
    let sum = 0
    let squares = 0
    let count = 0
    for (let i = start; i < Math.min(start + block, values.length); i++) {
      const value = values[i] as number
      if (Number.isNaN(value)) continue
      sum += value
      squares += value * value
      count++
    }
    if (count === 0) continue
    found += squares - (sum * sum) / count
    expected += ((count - 1) * sum) / count
  }
  return expected > 0 ? found / expected : 1
}

/** The dispersion of a rhythm, or undefined where single events keep none. */
const rhythmOf = (values: ArrayLike<number>): number | undefined => {
  const rhythm = beatOf(values)
  if (rhythm === undefined) return undefined
  const { beat, variation, gaps } = rhythm
  const skipped = gaps.filter((gap) => gap > skipping * beat).length
  return Math.max(variation, -1 / Math.log((Math.max(0, skipped - 1) + 0.5) / (gaps.length + 1)))
}

/** Places from one single event to the next, the usual distance, and its squared coefficient of variation. */
type Rhythm = Readonly<{ beat: number; variation: number; gaps: readonly number[] }>

const beatOf = (values: ArrayLike<number>): Rhythm | undefined => {
  let last = -1
  const gaps: number[] = []
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!(value > 0)) continue
    if (value > 1) return undefined
    if (last >= 0) gaps.push(i - last)
    last = i
  }
  const kept = Math.floor(usualGaps * gaps.length)
  if (kept < leastGaps) return undefined
  const sorted = gaps.toSorted((a, b) => a - b)
  let sum = 0
  let squares = 0
  for (let k = 0; k < kept; k++) {
    sum += sorted[k] as number
    squares += (sorted[k] as number) ** 2
  }
  const beat = sum / kept
  const variation = squares / kept / (beat * beat) - 1
  return beat >= 2 && variation < regular ? { beat, variation, gaps } : undefined
}
