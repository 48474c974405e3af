import type { AreaRoute } from "#client/area"

export const routes: readonly AreaRoute[] = [
  { path: "-/help", page: () => import("./Help.lazy.tsx"), texts: ["guides"] },
  { path: "-/help/$guide", page: () => import("./HelpGuide.lazy.tsx"), texts: ["guides"] },
]
