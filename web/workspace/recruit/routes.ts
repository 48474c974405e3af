import { IconUserSearch } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { candidatePath } from "#paths/recruit"

// The address is read by the page itself (`useList`): what it is read by belongs to recruiting, and would come with every page.
export const routes: readonly AreaRoute[] = [
  {
    path: "recruit",
    page: () => import("./Recruit.lazy.tsx"),
    texts: ["recruit", "acts"],
    nav: { Icon: IconUserSearch, order: 20, group: "partners", keys: "g r" },
  },
  {
    path: "recruit/candidates/$candidate",
    page: () => import("./Candidate.lazy.tsx"),
    texts: ["recruit", "diligence", "coverage", "lessons"],
    opens: { candidate: ({ slug, id }) => candidatePath(slug, id) },
  },
  { path: "recruit/profiles", page: () => import("./Profiles.lazy.tsx"), texts: ["recruit"] },
  { path: "recruit/profiles/$profile", page: () => import("./Profile.lazy.tsx"), texts: ["recruit"] },
  { path: "recruit/applications", page: () => import("./Applications.lazy.tsx"), texts: ["recruit", "acts"] },
  { path: "recruit/applications/$application", page: () => import("./Application.lazy.tsx"), texts: ["recruit"] },
  { path: "recruit/forms/$form", page: () => import("./Form.lazy.tsx"), texts: ["recruit"] },
  { path: "recruit/coverage", page: () => import("./coverage/Coverage.lazy.tsx"), texts: ["recruit", "coverage"] },
  { path: "recruit/conflict-list", page: () => import("./ConflictList.lazy.tsx"), texts: ["recruit", "acts"] },
]
