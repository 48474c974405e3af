import { lazy, Suspense } from "react"
import type { CommandSearch } from "#ui/CommandPalette.lazy"
import { rest } from "#ui/rest"

// Nobody has pressed its keys by then: the page is drawn first.
const CommandPalette = lazy(async () => {
  await rest()
  return import("#ui/CommandPalette.lazy")
})

/** Ctrl/Cmd-K of an entrance: its commands, and what its search finds. */
export const Palette = ({ search }: { search: CommandSearch }) => (
  <Suspense>
    <CommandPalette search={search} />
  </Suspense>
)
