import type { AreaRoute } from "#client/area"

export const partnershipRoutes: readonly AreaRoute[] = [
  { path: "partnerships/$partnership", page: () => import("./PartnershipPage.tsx") },
]
