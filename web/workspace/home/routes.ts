import { IconHome } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { readAhead } from "#client/readAhead"
import { getHome } from "#contract/home"
import { homeQuery, readHomeView } from "./view.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "home",
    page: () => import("./Home.lazy.tsx"),
    texts: ["home"],
    search: readHomeView,
    ahead: ({ search }) => readAhead(getHome, { query: homeQuery(readHomeView(search)) }),
    nav: { Icon: IconHome, order: 10, isOnPhone: true, keys: "g h" },
  },
]
