import { readNotificationsView } from "#acts/notifications/view"
import type { AreaRoute } from "#client/area"

export const routes: readonly AreaRoute[] = [
  {
    path: "$slug/notifications",
    page: () => import("./PortalNotifications.lazy.tsx"),
    texts: ["notifications", "news"],
    search: readNotificationsView,
  },
]
