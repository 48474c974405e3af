import { IconSettings } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"

const page = () => import("./Settings.lazy.tsx")

export const settingsRoutes: readonly AreaRoute[] = [
  { path: "settings", page, nav: { label: "nav.settings", Icon: IconSettings, order: 90, keys: "g s", isFoot: true } },
  { path: "settings/$section", page },
]
