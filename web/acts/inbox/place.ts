import type { NotificationView } from "#contract/notifications"

/** The pages of the entrance that one reads in: of a partnership, of one promise, of an agreement's words and, for those who look for partners, of a candidate. */
export type Places = Readonly<{
  partnership: (id: string) => string
  promise: (commitment: string, due?: string) => string
  candidate?: (id: string) => string
  negotiation: (partnership: string, draft: string) => string
}>

/** Where it happened: news of a promise leads to the promise, of a candidate to it, of words that are negotiated to these, all else to its partnership and, on it, to the thread; nothing leads nowhere. */
export const pathOf = ({ partnershipId, payload }: NotificationView, places: Places): string | undefined => {
  const { commitmentId, dueOn, candidateId, thread, draftId } = payload
  if (typeof candidateId === "string") return places.candidate?.(candidateId)
  if (partnershipId === null) return undefined
  if (typeof draftId === "string") return places.negotiation(partnershipId, draftId)
  const chosen = typeof thread === "string" ? `thread=${encodeURIComponent(thread)}` : undefined
  if (typeof commitmentId === "string")
    return withQuery(places.promise(commitmentId, typeof dueOn === "string" ? dueOn : undefined), chosen)
  return withQuery(places.partnership(partnershipId), chosen)
}

const withQuery = (address: string, more: string | undefined): string =>
  more === undefined ? address : `${address}${address.includes("?") ? "&" : "?"}${more}`
