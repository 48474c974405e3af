import { type LinkState, linkStates } from "#contract/links"

const text = (value: unknown) => (typeof value === "string" ? value : "")
const isState = (value: string): value is LinkState => linkStates.some((state) => state === value)

/** The filters of the list of links, as the address says them; what makes no sense there falls back. */
export const readView = (raw: Record<string, unknown>) => ({
  state: isState(text(raw.state)) ? (text(raw.state) as LinkState) : ("" as const),
  act: text(raw.act),
  search: text(raw.search),
  sort: raw.sort === "issuedAt" ? ("issuedAt" as const) : ("-issuedAt" as const),
})

export type LinksView = ReturnType<typeof readView>
