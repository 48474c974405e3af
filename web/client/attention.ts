import type { ReactNode } from "react"
import type { z } from "zod"
import { type AttentionShape, groupOf } from "#core/attention"
import type { PlainDate } from "#core/time"

type Groups = Parameters<typeof groupOf>[0]
type Place = Readonly<{ slug: string; today: string }>

/** How one thing that waits stands in the day's plan: what it is, where it opens, and what can be done about it in place. */
type Shown = Readonly<{
  title: string
  /** With whom; what there is no partnership for yet says what it is about instead. */
  partnershipName: string
  link: Readonly<{ to: string }>
  /** What it is and how it stands, in words under the title. */
  words: ReactNode
  /** What can be done about it. The first button is the likeliest act. */
  end: ReactNode
  /** Does it with one press; left out where it takes more than that. Answers the way back. */
  done?: () => Promise<() => Promise<unknown>>
}>

export type Entry = Shown &
  Readonly<{ list: string; id: string; partnershipId: string | null; on: PlainDate | null; order: number }>

/** How home shows the things of one list: an area's `attention.tsx` exports `plans`, and home finds them there. */
export type AttentionPlan = Readonly<{ key: string; entries(groups: Groups, place: Place): readonly Entry[] }>

/** Binds a list, by the value under which its module declares it, to how one of its things is shown. Of one day, the lower order stands higher. */
export const attentionPlan = <I extends z.ZodType, C extends string>(
  shape: AttentionShape<I, C>,
  order: number,
  show: (item: z.output<I>, place: Place) => Shown,
): AttentionPlan => ({
  key: shape.key,
  entries: (groups, place) =>
    groupOf(groups, shape).items.map((item) => ({ ...show(item, place), ...shape.at(item), list: shape.key, order })),
})
