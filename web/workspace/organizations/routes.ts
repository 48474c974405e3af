import { IconBuilding } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { readView } from "./view.ts"

export const organizationsRoutes: readonly AreaRoute[] = [
  {
    path: "organizations",
    page: () => import("./Organizations.lazy.tsx"),
    texts: ["organizations"],
    search: readView,
    nav: { label: "nav.organizations", Icon: IconBuilding, order: 30, keys: "g o" },
  },
  { path: "organizations/$organization", page: () => import("./Organization.lazy.tsx"), texts: ["organizations"] },
]
