import { IconUserSearch } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { readView } from "./view.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "recruit",
    page: () => import("./Recruit.lazy.tsx"),
    texts: ["recruit", "acts"],
    search: readView,
    nav: { Icon: IconUserSearch, order: 20, group: "partners", keys: "g r" },
  },
  { path: "recruit/candidates/$candidate", page: () => import("./Candidate.lazy.tsx"), texts: ["recruit"] },
  { path: "recruit/profiles", page: () => import("./Profiles.lazy.tsx"), texts: ["recruit"] },
  { path: "recruit/profiles/$profile", page: () => import("./Profile.lazy.tsx"), texts: ["recruit"] },
]
