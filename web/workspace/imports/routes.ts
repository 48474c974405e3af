import { IconTableImport } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"

export const routes: readonly AreaRoute[] = [
  {
    path: "imports",
    page: () => import("./Imports.lazy.tsx"),
    texts: ["imports", "importable"],
    nav: { Icon: IconTableImport, order: 70, keys: "g m", group: "settings", needs: "seeToRecord" },
  },
  { path: "imports/$run", page: () => import("./ImportRun.lazy.tsx"), texts: ["imports", "importable", "guidance"] },
]
