import type { NotificationView } from "#contract/notifications"

/** The pages of the entrance that one reads in: of a partnership, and of one promise. */
export type Places = Readonly<{
  partnership: (id: string) => string
  promise: (commitment: string, due?: string) => string
}>

/** Where it happened: news of a promise leads to the promise, all else to its partnership. */
export const pathOf = ({ partnershipId, payload }: NotificationView, places: Places): string => {
  const { commitmentId, dueOn } = payload
  if (typeof commitmentId !== "string") return places.partnership(partnershipId ?? "")
  return places.promise(commitmentId, typeof dueOn === "string" ? dueOn : undefined)
}

/** Where on that page: news of a comment leads to its thread. */
export const placeOf = ({ payload }: NotificationView) =>
  (typeof payload["thread"] === "string" ? { thread: payload["thread"] } : {}) as never
