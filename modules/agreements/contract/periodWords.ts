import type { Content } from "../rules.ts"

type Counted = Pick<Content["commitments"][number], "periods" | "partial" | "firstAmount" | "lastAmount">
type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string

/** Which periods a promise counts and what both said of a part of one; nothing where nobody said so. `say` knows the texts of agreements. */
export const periodWords = (
  say: Say,
  quantity: (amount: number) => string,
  { periods, partial, firstAmount, lastAmount }: Counted,
): string[] => {
  const part = (which: "first" | "last", amount: number | undefined) =>
    amount === undefined
      ? []
      : [say(`periods.part.${which}`, { amount: amount === 0 ? say("line.nothing") : quantity(amount) })]
  return periods === undefined
    ? []
    : [say(`periods.${partial ?? "contract"}`), ...part("first", firstAmount), ...part("last", lastAmount)]
}
