import type { useChosen } from "#ui/useChosen"
import type { Partner } from "./partners.ts"

/** What every row of the day is given: with whom, whether it is chosen, and how it is put off. */
export type List = Readonly<{
  slug: string
  partners: ReadonlyMap<string, Partner>
  chosen: ReturnType<typeof useChosen>
  onSnooze: (keys: readonly string[]) => void
}>
