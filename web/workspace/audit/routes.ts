import { IconHistory } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { readView } from "./view.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "audit",
    page: () => import("./Audit.lazy.tsx"),
    texts: ["audit", "events", "acts"],
    search: readView,
    nav: { Icon: IconHistory, order: 80, keys: "g a", group: "settings", needs: "seeToWorkspace" },
  },
]
