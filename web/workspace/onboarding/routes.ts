import { IconRoute } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { readView } from "./view.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "onboarding",
    page: () => import("./Onboardings.lazy.tsx"),
    texts: ["onboarding", "tasks"],
    search: readView,
    nav: { Icon: IconRoute, order: 29, group: "partners" },
  },
  { path: "onboarding/plans", page: () => import("./OnboardingPlans.lazy.tsx"), texts: ["onboarding", "tasks"] },
]
