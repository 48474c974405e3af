import i18next, { type ParseKeys } from "i18next"
import type { Needed } from "./area.ts"

/**
 * What the palette offers of an area besides its place in the navigation: a page below it, or something to make. An area brings
 * them in its `commands.ts`, which is fetched with the palette: `export const commands = [areaCommand(...)]`.
 */
export type AreaCommand = Readonly<{
  area: keyof Texts
  group: "go" | "create"
  label: () => string
  to: (slug: string) => string
  /** What its page asks of a reader, who is not led there otherwise. */
  needs: Needed | undefined
}>

/** `label`: a text of the area that is written already, so that the palette calls the page as the page calls itself. */
export const areaCommand = <Area extends keyof Texts>(
  area: Area,
  group: AreaCommand["group"],
  label: ParseKeys<Area>,
  to: AreaCommand["to"],
  needs?: Needed,
): AreaCommand => ({ area, group, to, needs, label: () => i18next.t(label as never, { ns: area }) })
