import { IconChartDots3 } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { readPortfolioView } from "./view.ts"

export const portfolioRoutes: readonly AreaRoute[] = [
  {
    path: "portfolio",
    page: () => import("./Portfolio.tsx"),
    texts: ["portfolio"],
    search: readPortfolioView,
    nav: { label: "nav.portfolio", Icon: IconChartDots3, order: 20, keys: "g p" },
  },
]
