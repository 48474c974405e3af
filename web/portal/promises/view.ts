const text = (value: unknown) => (typeof value === "string" ? value.slice(0, 100) : "")
const day = (value: unknown) => (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : "")
const oneOf = <const T extends string>(allowed: readonly [T, ...T[]], value: unknown): T =>
  allowed.find((each) => each === value) ?? allowed[0]

export const owings = ["", "own", "across"] as const
export const standings = [
  ...(["open", "overdue", "all", "upcoming", "due", "kept", "kept_late", "missed"] as const),
  ...(["waived", "re_agreed", "disputed"] as const),
] as const

/** What the register is narrowed to, as the address says it; what makes no sense there falls back. */
export const readView = (raw: Record<string, unknown>) => ({
  vendor: text(raw.vendor),
  owing: oneOf(owings, raw.owing),
  standing: oneOf(standings, raw.standing),
  from: day(raw.from),
  to: day(raw.to),
  text: text(raw.text),
  sort: oneOf(["dueOn", "-dueOn"], raw.sort),
})

export type RegisterView = ReturnType<typeof readView>

/** How one vendor is asked for it. */
export const queryOf = ({ owing, standing, from, to, text: words, sort }: RegisterView) => ({
  sort,
  ...(owing === "" ? {} : { owing }),
  ...(from === "" ? {} : { from }),
  ...(to === "" ? {} : { to }),
  ...(words.trim() === "" ? {} : { text: words }),
  ...standingOf(standing),
})

const standingOf = (standing: RegisterView["standing"]) => {
  if (standing === "all") return {}
  if (standing === "open") return { pending: "true" }
  return standing === "overdue" ? { overdue: "true" } : { state: standing }
}
