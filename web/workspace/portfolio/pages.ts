import { pagesOf } from "#client/read"
import { listPartnerships } from "#contract/portfolio"
import { filterOf, type PortfolioView } from "./view.ts"

const pageSize = 100

/** The list behind a view, page by page. */
export const viewPages = (view: PortfolioView) =>
  pagesOf(listPartnerships, { query: { ...filterOf(view), sort: view.sort, limit: pageSize } })
