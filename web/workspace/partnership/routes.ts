import type { AreaRoute } from "#client/area"

export const partnershipRoutes: readonly AreaRoute[] = [
  {
    path: "partnerships/$partnership",
    page: () => import("./PartnershipPage.lazy.tsx"),
    texts: ["partnership", "drift", "promises", "objectives", "agreements", "timeline"],
    find: async (text, signal) => (await import("./find.ts")).findByName(text, signal),
  },
]
