/** What home shows, as its address says it. */
export type HomeView = { whose: "mine" | "all" }

export const readHomeView = (raw: Record<string, unknown>): HomeView => ({
  whose: raw.whose === "all" ? "all" : "mine",
})
