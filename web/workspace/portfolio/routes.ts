import { IconChartDots3 } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { queries } from "#client/queries"
import { readAhead } from "#client/readAhead"
import { listMembers } from "#contract/people"
import { getPortfolioSummary } from "#contract/portfolio"
import { viewPages } from "./pages.ts"
import { readPortfolioView } from "./view.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "portfolio",
    page: () => import("./Portfolio.tsx"),
    texts: ["portfolio", "acts"],
    search: readPortfolioView,
    ahead: ({ search }) => {
      readAhead(getPortfolioSummary, {})
      void queries.prefetchInfiniteQuery(viewPages(readPortfolioView(search)))
      readAhead(listMembers, {})
    },
    nav: {
      Icon: IconChartDots3,
      order: 20,
      group: "partners",
      isOnPhone: true,
      keys: "g p",
    },
  },
]
