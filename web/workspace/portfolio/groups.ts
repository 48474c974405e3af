import type { groupPortfolio } from "#contract/portfolio"
import type { OutputOf } from "#core/endpoint"
import { filterOf, type PortfolioView } from "./view.ts"

export type Group = OutputOf<typeof groupPortfolio>["items"][number]

/** How a group is called in the address; what has none of it by no name. */
export const keyOfGroup = ({ key }: Pick<Group, "key">): string => key ?? ""

/** All groups are open, or none is, but for those that are named. */
export const isOpen = ({ fold, except }: PortfolioView, key: string): boolean =>
  (fold === undefined) !== (except?.includes(key) ?? false)

/** The change of the address that folds a group, or unfolds it. */
export const folding = ({ except = [] }: PortfolioView, key: string): Partial<PortfolioView> => {
  const next = except.includes(key) ? except.filter((each) => each !== key) : [...except, key]
  return { except: next.length > 0 ? next : undefined }
}

const tagsOf = ({ tag }: PortfolioView) => tag?.split(",") ?? []

/** What narrows the list to the lines of one group. */
export const narrowTo = (view: PortfolioView, by: NonNullable<PortfolioView["group"]>, { key }: Group) => {
  const { without, ...filter } = filterOf(view)
  // A partnership has several tags: those that the view asks for stay asked for.
  if (by === "tag" && key !== null) return { ...filter, without, tag: [...new Set([...tagsOf(view), key])].join(",") }
  if (key !== null) return { ...filter, without, [by]: key }
  return { ...filter, without: [...new Set([...(without?.split(",") ?? []), by])].join(",") }
}
