import { minorPerMajor } from "#core/money"
import type { PlainDate } from "#core/time"

/** What one unit of a currency was worth in the program's, from a day on. */
export type Rate = Readonly<{ currency: string; from: PlainDate; rate: number }>

type Deal = Readonly<{ wonOn: PlainDate | null; amountMinor: number | null; currency: string | null }>

/**
 * A deal's amount in the program's currency by the rate of its own day, and not of today's; null where it has none. Rounded once, to the
 * currency's smallest unit.
 */
export const amountIn = (to: string, rates: readonly Rate[], { wonOn, amountMinor, currency }: Deal): number | null => {
  if (amountMinor === null || currency === null) return null
  if (currency === to) return amountMinor
  if (wonOn === null) return null
  const [own] = rates
    .filter((each) => each.currency === currency && each.from <= wonOn)
    .sort((one, other) => (one.from < other.from ? 1 : -1))
  return own ? Math.round((amountMinor * own.rate * minorPerMajor(to)) / minorPerMajor(currency)) : null
}
