import { IconWalk } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"

export const routes: readonly AreaRoute[] = [
  {
    path: "visits",
    page: () => import("./Visits.lazy.tsx"),
    texts: ["visits"],
    help: "pages#a-partnership",
    nav: { Icon: IconWalk, order: 35 },
  },
]
