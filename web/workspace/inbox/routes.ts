import { IconInbox } from "@tabler/icons-react"
import { lazy } from "react"
import { readInboxView } from "#acts/inbox/view"
import type { AreaRoute } from "#client/area"
import { rest } from "#ui/rest"

export const routes: readonly AreaRoute[] = [
  {
    path: "inbox",
    was: "notifications",
    page: () => import("./Inbox.lazy.tsx"),
    texts: ["inbox", "news", "snooze"],
    search: readInboxView,
    nav: {
      Icon: IconInbox,
      order: 40,
      isOnPhone: true,
      keys: "g i",
      Count: lazy(() => rest().then(() => import("./Unread.lazy.tsx"))),
    },
  },
]
