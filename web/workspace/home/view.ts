/** What home shows, as its address says it. */
export type HomeView = { whose: "mine" | "all"; isWhole?: true; snoozed?: true }

export const readHomeView = (raw: Record<string, unknown>): HomeView => ({
  whose: raw.whose === "all" ? "all" : "mine",
  ...(raw.isWhole === true ? { isWhole: true } : {}),
  ...(raw.snoozed === true ? { snoozed: true } : {}),
})

/** How it is asked for: of each list enough for a day, or all that can be read at once. */
export const homeQuery = ({ whose, isWhole }: HomeView) => ({ whose, ...(isWhole ? { most: 500 } : {}) })
