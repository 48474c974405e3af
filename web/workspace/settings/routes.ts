import { IconSettings } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { readView as readLinksView } from "./links/view.ts"
import { readView as readSecurityView } from "./security/view.ts"

const page = () => import("./Settings.lazy.tsx")
const texts = ["settings", "account", "sign-in", "tasks", "approvals", "approvable", "attention", "privacy"]

export const routes: readonly AreaRoute[] = [
  {
    path: "settings",
    page,
    texts,
    nav: {
      Icon: IconSettings,
      order: 90,
      keys: "g s",
      group: "settings",
    },
  },
  { path: "settings/$section", page, texts },
  {
    path: "settings/links",
    page: () => import("./Links.lazy.tsx"),
    texts: [...texts, "linkable"],
    search: readLinksView,
  },
  {
    path: "settings/security",
    page: () => import("./Security.lazy.tsx"),
    texts: [...texts, "security", "events", "acts"],
    search: readSecurityView,
  },
  { path: "settings/privacy/$person", page: () => import("./PersonalData.lazy.tsx"), texts },
  { path: "settings/plans/new", page: () => import("./plans/NewPlan.lazy.tsx"), texts },
  { path: "settings/plans/$planTemplate", page: () => import("./plans/EditPlan.lazy.tsx"), texts },
]
