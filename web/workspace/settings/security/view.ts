const text = (value: unknown) => (typeof value === "string" ? value : "")
const day = (value: unknown) => (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : "")

/** The filters of the security log, as the address says them; what makes no sense there falls back. */
export const readView = (raw: Record<string, unknown>) => ({
  kind: text(raw.kind),
  person: text(raw.person),
  from: day(raw.from),
  to: day(raw.to),
  sort: "-at" as const,
})

export type SecurityView = ReturnType<typeof readView>

/** What of it narrows; an empty field asks for everything. */
export const filterOf = ({ sort: _, ...filters }: SecurityView) =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""))
