const small = 1e-9

/**
 * Least squares with non-negative weights that add up to one: the mixture of `columns` nearest to `target`.
 *
 * Frank and Wolfe's algorithm (1956) with exact line search: each step moves towards the single column that lowers the error
 * fastest. It begins at even weights, so that where the data cannot tell columns apart they stay even, and it ends when no
 * column promises more than a negligible gain. Few steps stay nearer to even weights, which keeps noise from being fitted.
 * O(steps x columns x rows). No column gives no weights.
 */
export const fitOnSimplex = (
  target: Float64Array,
  columns: readonly Float64Array[],
  mostSteps = 2_000,
): Float64Array => {
  const count = columns.length
  const weights = new Float64Array(count).fill(1 / count)
  const error = target.map((value, row) => mixed(columns, weights, row) - value)
  for (let step = 0; step < mostSteps && count > 1; step++) {
    const slopes = columns.map((column) => product(column, error))
    const best = slopes.indexOf(Math.min(...slopes))
    const along = (columns[best] as Float64Array).map(
      (value, row) => value - (target[row] as number) - (error[row] as number),
    )
    const gain = -product(along, error)
    const length = product(along, along)
    if (gain <= small * (1 + product(error, error)) || length <= 0) break
    const share = Math.min(1, gain / length)
    for (let i = 0; i < count; i++) weights[i] = (weights[i] as number) * (1 - share) + (i === best ? share : 0)
    for (let row = 0; row < error.length; row++) error[row] = (error[row] as number) + share * (along[row] as number)
  }
  return weights
}

const mixed = (columns: readonly Float64Array[], weights: Float64Array, row: number): number =>
  columns.reduce((sum, column, i) => sum + (weights[i] as number) * (column[row] as number), 0)

const product = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}
