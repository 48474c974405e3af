import { IconChecklist } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { readView } from "./view.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "tasks",
    page: () => import("./MyTasks.lazy.tsx"),
    texts: ["tasks", "acts"],
    search: readView,
    nav: { Icon: IconChecklist, order: 30, group: "work", keys: "g t" },
  },
]
