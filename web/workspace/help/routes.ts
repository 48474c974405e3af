import { IconHelp } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"

export const routes: readonly AreaRoute[] = [
  {
    path: "help",
    page: () => import("./Help.lazy.tsx"),
    texts: ["guides"],
    nav: { Icon: IconHelp, order: 95, group: "settings" },
  },
  { path: "help/$guide", page: () => import("./HelpGuide.lazy.tsx"), texts: ["guides"] },
]
