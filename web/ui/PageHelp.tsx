import { lazy, Suspense } from "react"
import { rest } from "./rest.tsx"

const help = async () => {
  await rest()
  return import("./PageHelp.lazy.tsx")
}
const Mark = lazy(async () => ({ default: (await help()).PageHelp }))
const Words = lazy(async () => ({ default: (await help()).HelpLink }))

/** A quiet question mark beside a page's title, which opens what the guides say of it. */
export const PageHelp = () => (
  <Suspense>
    <Mark />
  </Suspense>
)

/** The same, said under what is empty yet. */
export const HelpLink = () => (
  <Suspense>
    <Words />
  </Suspense>
)
