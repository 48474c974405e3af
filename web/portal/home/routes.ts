import type { AreaRoute } from "#client/area"

export const routes: readonly AreaRoute[] = [
  { path: "/", page: () => import("./Home.lazy.tsx"), texts: ["portal/home", "acts"] },
]
