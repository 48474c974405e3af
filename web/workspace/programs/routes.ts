import { IconStairsUp } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"

export const routes: readonly AreaRoute[] = [
  {
    path: "programs",
    page: () => import("./Programs.lazy.tsx"),
    texts: ["programs"],
    nav: { Icon: IconStairsUp, order: 28, group: "partners" },
  },
  { path: "programs/$program", page: () => import("./Program.lazy.tsx"), texts: ["programs", "standings"] },
]
