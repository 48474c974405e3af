const shows = ["unread", "all", "preferences"] as const

/** What the page shows, as its address says it. */
export type NotificationsView = { show: (typeof shows)[number] }

export const readNotificationsView = (raw: Record<string, unknown>): NotificationsView => ({
  show: shows.find((each) => each === raw.show) ?? "unread",
})
