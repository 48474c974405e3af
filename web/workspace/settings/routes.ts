import { IconSettings } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"

const page = () => import("./Settings.lazy.tsx")
const texts = ["settings", "sign-in"]

export const routes: readonly AreaRoute[] = [
  {
    path: "settings",
    page,
    texts,
    nav: { label: { en: "Settings", de: "Einstellungen" }, Icon: IconSettings, order: 90, keys: "g s", isFoot: true },
  },
  { path: "settings/$section", page, texts },
]
