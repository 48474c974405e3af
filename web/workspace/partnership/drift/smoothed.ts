const month = 4

/** The mean of the last four weeks at every week, over those that were observed; null where none of them was. */
export const smoothed = (values: readonly (number | null)[]): readonly (number | null)[] =>
  values.map((_, i) => {
    const seen = values.slice(Math.max(0, i - month + 1), i + 1).filter((value) => value !== null)
    return seen.length === 0 ? null : seen.reduce((sum, value) => sum + value, 0) / seen.length
  })
