import type { NotificationView } from "#contract/notifications"

/** The page of a partnership in the entrance that one reads in. */
export type PathOf = (partnershipId: string) => string

/** Where on the partnership's page: news of a comment leads to its thread. */
export const placeOf = ({ payload }: NotificationView) =>
  (typeof payload["thread"] === "string" ? { thread: payload["thread"] } : {}) as never
