import type { AreaRoute } from "#client/area"
import { readAhead } from "#client/readAhead"
import { listOwnPartnerships } from "#contract/portfolio"

export const routes: readonly AreaRoute[] = [
  {
    path: "$slug",
    page: () => import("./Vendor.lazy.tsx"),
    texts: ["portal/vendor"],
    ahead: () => readAhead(listOwnPartnerships, {}),
  },
]
