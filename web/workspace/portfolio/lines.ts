import type { PortfolioView } from "./view.ts"

export type LinesProps = {
  view: PortfolioView
  slug: string
  onChange: (change: Partial<PortfolioView>) => void
  /** Keys of the columns shown, as they are exported too. */
  columns: readonly string[] | undefined
  onColumns: (keys: readonly string[]) => void
}
