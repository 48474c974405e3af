import { IconBell } from "@tabler/icons-react"
import { readNotificationsView } from "#acts/notifications/view"
import type { AreaRoute } from "#client/area"

export const routes: readonly AreaRoute[] = [
  {
    path: "notifications",
    page: () => import("./Notifications.lazy.tsx"),
    texts: ["notifications", "news"],
    search: readNotificationsView,
    nav: {
      label: { en: "Notifications", de: "Mitteilungen" },
      Icon: IconBell,
      order: 75,
      keys: "g n",
      group: "settings",
    },
  },
]
