import i18next, { type ParseKeys } from "i18next"

/**
 * What the palette offers of an area besides its place in the navigation: a page below it, or something to make. An area brings
 * them in its `commands.ts`, which is fetched with the palette: `export const commands = [areaCommand(...)]`.
 */
export type AreaCommand = Readonly<{
  area: keyof Texts
  group: "go" | "create"
  label: () => string
  to: (slug: string) => string
}>

/** `label`: a text of the area that is written already, so that the palette calls the page as the page calls itself. */
export const areaCommand = <Area extends keyof Texts>(
  area: Area,
  group: AreaCommand["group"],
  label: ParseKeys<Area>,
  to: AreaCommand["to"],
): AreaCommand => ({ area, group, to, label: () => i18next.t(label as never, { ns: area }) })
