/**
 * The part of an amount that a rate names, in whole minor units, half away from zero: 1.25 % of 10.05 EUR (1,005 minor units, 125
 * basis points) is 12.5625 and becomes 13. So a share and the share of the opposite amount are opposite, and nobody gains by a sign.
 */
export const share = (amountMinor: bigint, basisPoints: bigint): bigint => divided(amountMinor * basisPoints, 10_000n)

/** One amount in basis points of another, half away from zero; undefined of nothing. */
export const ratio = (part: bigint, whole: bigint): bigint | undefined =>
  whole === 0n ? undefined : divided(part * 10_000n, whole)

/** Division of whole numbers, half away from zero. */
const divided = (over: bigint, under: bigint): bigint => {
  const isNegative = over < 0n !== under < 0n
  const [top, bottom] = [over < 0n ? -over : over, under < 0n ? -under : under]
  const rounded = (2n * top + bottom) / (2n * bottom)
  return isNegative ? -rounded : rounded
}
