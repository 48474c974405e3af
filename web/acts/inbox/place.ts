import type { NotificationView } from "#contract/notifications"

/** The pages of the entrance that one reads in: of a partnership, of one promise and, for those who look for partners, of a candidate. */
export type Places = Readonly<{
  partnership: (id: string) => string
  promise: (commitment: string, due?: string) => string
  candidate?: (id: string) => string
}>

/** Where it happened: news of a promise leads to the promise, of a candidate to it, all else to its partnership; nothing leads nowhere. */
export const pathOf = ({ partnershipId, payload }: NotificationView, places: Places): string | undefined => {
  const { commitmentId, dueOn, candidateId } = payload
  if (typeof candidateId === "string") return places.candidate?.(candidateId)
  if (partnershipId === null) return undefined
  if (typeof commitmentId !== "string") return places.partnership(partnershipId)
  return places.promise(commitmentId, typeof dueOn === "string" ? dueOn : undefined)
}

/** Where on that page: news of a comment leads to its thread. */
export const placeOf = ({ payload }: NotificationView) =>
  (typeof payload["thread"] === "string" ? { thread: payload["thread"] } : {}) as never
