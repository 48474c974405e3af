import type { Retained } from "#platform/retained"
import { deleteOldNotices } from "./store.ts"

const notices: Retained = {
  kind: "notification",
  usualDays: 365,
  leastDays: 30,
  mostDays: 1_825,
  forget: deleteOldNotices,
}

export const retained = [notices]
