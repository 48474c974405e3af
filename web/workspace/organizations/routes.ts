import { IconBuilding } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { partnershipPath } from "#paths/partnership"
import { organizationPath, organizationsPath } from "./paths.ts"
import { readCompany, readView } from "./view.ts"

export const routes: readonly AreaRoute[] = [
  {
    path: "organizations",
    page: () => import("./Organizations.lazy.tsx"),
    texts: ["organizations", "acts"],
    search: readView,
    nav: {
      Icon: IconBuilding,
      order: 30,
      group: "partners",
      keys: "g o",
    },
    // People have no page of their own: they lead to their company, our own to where they stand.
    opens: {
      organization: ({ slug, id }) => organizationPath(slug, id),
      contact: ({ slug, organizationId, partnershipId }) => {
        if (organizationId) return organizationPath(slug, organizationId)
        return partnershipId ? `${partnershipPath(slug, partnershipId)}#people` : organizationsPath(slug)
      },
    },
  },
  {
    path: "organizations/$organization",
    page: () => import("./Organization.lazy.tsx"),
    texts: ["organizations", "importable", "diligence"],
    search: readCompany,
  },
]
