import { type ComponentType, createElement } from "react"
import type { z } from "zod"
import { type AttentionGroup, type AttentionShape, groupOf } from "#core/attention"

type Groups = Parameters<typeof groupOf>[0]
type Place = Readonly<{ slug: string; today: string }>

/** How the home page shows one list of what waits: an area's `attention.tsx` exports `panels`, and home finds them there. */
export type AttentionPanel = Readonly<{
  key: string
  /** Left is what one acts on, right what is coming. */
  column: "left" | "right"
  /** Lower stands higher. */
  order: number
  show(groups: Groups, place: Place): ReturnType<typeof createElement>
}>

/** Binds a list, by the value under which its module declares it, to the panel that shows it. */
export const attentionPanel = <I extends z.ZodType, C extends string>(
  shape: AttentionShape<I, C>,
  {
    Panel,
    ...place
  }: Pick<AttentionPanel, "column" | "order"> & {
    Panel: ComponentType<AttentionGroup<z.output<I>, C> & Place>
  },
): AttentionPanel => ({
  ...place,
  key: shape.key,
  show: (groups, at) => createElement(Panel, { key: shape.key, ...groupOf(groups, shape), ...at }),
})
