import { z } from "zod"
import type { PlainDate } from "./time.ts"

/** Counted up to a thousand, so that a page costs the same in a large portfolio; `isMore` says that there are more. */
export const countedShape = z.object({ count: z.number(), isMore: z.boolean() })
export type Counted = z.input<typeof countedShape>

/** Beyond this a count tells nobody more, and would cost more the larger the portfolio is. */
export const countedUpTo = 1_000

export const counted = (count: number): Counted => ({ count, isMore: count >= countedUpTo })

/** How parts of a count are told where the counting of all stopped at its limit: each is then that many at least. */
export const countedIn =
  (all: number) =>
  (part: number): Counted => ({ count: part, isMore: all >= countedUpTo })

/** What a thing that waits is known by, in whose partnership, null where there is none yet, and the day by which it waits for an act: null where none is set. */
export type WaitsAt = Readonly<{ id: string; partnershipId: string | null; on: PlainDate | null }>

/** A list of things that wait for somebody: its name, what one thing looks like on the wire, what is counted, and where each stands. */
export type AttentionShape<I extends z.ZodType = z.ZodType, C extends string = string> = Readonly<{
  key: string
  item: I
  counts: readonly C[]
  at(item: z.output<I>): WaitsAt
}>

/** Declares such a list; both the module that fills it and the page that shows it know it by this value. */
export const attentionShape = <I extends z.ZodType, const C extends string>(
  key: string,
  item: I,
  counts: readonly C[],
  at: (item: z.output<I>) => WaitsAt,
): AttentionShape<I, C> => ({ key, item, counts, at })

/** The things such a list holds, as they are read. */
export type ItemsOf<S extends AttentionShape> = readonly z.output<S["item"]>[]

/** What a list holds now: the most pressing first, up to a limit, and how many there are in all. */
export type AttentionGroup<I, C extends string = string> = Readonly<{
  items: readonly I[]
  counts: Readonly<Record<C, Counted>>
}>

/** One list out of a page of them; empty where the server does not know it. */
export const groupOf = <I extends z.ZodType, C extends string>(
  groups: readonly Readonly<{ key: string; items: readonly unknown[]; counts: Readonly<Record<string, Counted>> }>[],
  shape: AttentionShape<I, C>,
): AttentionGroup<z.output<I>, C> => {
  const none = Object.fromEntries(shape.counts.map((name) => [name, counted(0)])) as Record<C, Counted>
  const found = groups.find(({ key }) => key === shape.key)
  return found
    ? { items: found.items as readonly z.output<I>[], counts: { ...none, ...found.counts } }
    : { items: [], counts: none }
}
