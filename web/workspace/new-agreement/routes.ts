import type { AreaRoute } from "#client/area"

export const routes: readonly AreaRoute[] = [
  {
    path: "partnerships/$partnership/new-agreement",
    page: () => import("./NewAgreement.lazy.tsx"),
    texts: ["agreements"],
  },
]
