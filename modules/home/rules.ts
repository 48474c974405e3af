import type { Money } from "#core/money"

/** A thing of one of the lists of what waits, by the list's key and what it is known by there. */
export type Thing = Readonly<{ list: string; id: string }>

/** What is at stake: what was measured; where that is nothing or unknown, what was agreed. Nobody is told that nothing is at stake. */
export const atStake = (measured: Money | null, agreed: Money | null) => {
  const revenue = measured !== null && measured.amountMinor > 0 ? measured : null
  return { revenue, agreed: revenue === null ? agreed : null }
}

/** Things one act puts off or puts back. */
export const mostAtOnce = 100

/** More than this nobody remembers having put off. */
export const mostSnoozed = 500
