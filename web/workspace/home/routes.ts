import { IconHome } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { readHomeView } from "./view.ts"

export const homeRoutes: readonly AreaRoute[] = [
  {
    path: "home",
    page: () => import("./Home.lazy.tsx"),
    texts: ["home", "drift", "promises"],
    search: readHomeView,
    nav: { label: "nav.home", Icon: IconHome, order: 10, keys: "g h" },
  },
]
