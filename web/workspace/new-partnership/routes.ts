import type { AreaRoute } from "#client/area"

export const routes: readonly AreaRoute[] = [
  { path: "new-partnership", page: () => import("./NewPartnership.lazy.tsx"), texts: ["new-partnership"] },
]
