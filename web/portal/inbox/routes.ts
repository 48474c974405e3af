import { readInboxView } from "#acts/inbox/view"
import type { AreaRoute } from "#client/area"

export const routes: readonly AreaRoute[] = [
  {
    path: "$slug/inbox",
    was: "notifications",
    page: () => import("./PortalInbox.lazy.tsx"),
    texts: ["inbox", "news", "snooze"],
    search: readInboxView,
  },
]
