import { IconBell } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { readNotificationsView } from "./view.ts"

export const notificationsRoutes: readonly AreaRoute[] = [
  {
    path: "notifications",
    page: () => import("./Notifications.lazy.tsx"),
    texts: ["notifications"],
    search: readNotificationsView,
    nav: { label: "nav.notifications", Icon: IconBell, order: 80, keys: "g n", isFoot: true },
  },
]
