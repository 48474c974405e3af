const text = (value: unknown) => (typeof value === "string" ? value : "")
const day = (value: unknown) => (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : "")

/** The filters of the ledger, as the address says them; what makes no sense there falls back. */
export const readView = (raw: Record<string, unknown>) => ({
  kind: text(raw.kind),
  actor: text(raw.actor),
  partnership: text(raw.partnership),
  subject: text(raw.subject),
  from: day(raw.from),
  to: day(raw.to),
  sort: raw.sort === "recordedAt" ? ("recordedAt" as const) : ("-recordedAt" as const),
})

export type AuditView = ReturnType<typeof readView>
