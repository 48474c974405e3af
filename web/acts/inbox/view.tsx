export const shows = ["open", "unread", "snoozed", "done", "preferences"] as const

/** What the page shows, as its address says it. */
export type InboxView = { show: (typeof shows)[number]; kind?: string | undefined }

export const readInboxView = (raw: Record<string, unknown>): InboxView => ({
  show: shows.find((each) => each === raw["show"]) ?? "open",
  ...(typeof raw["kind"] === "string" && /^[a-z_]{1,60}$/.test(raw["kind"]) ? { kind: raw["kind"] } : {}),
})
