/** Figures that the portfolio is narrowed by between two bounds, in the order in which they are offered. */
export const ranges = {
  value: "number",
  keptHost: "rate",
  keptPartner: "rate",
  onset: "day",
  notice: "day",
  end: "day",
  due: "day",
  contact: "day",
  activity: "day",
} as const

type Bound<K extends keyof typeof ranges> = `${K}From` | `${K}To`
type Numbers = Bound<"value" | "keptHost" | "keptPartner">
type Days = Bound<Exclude<keyof typeof ranges, "value" | "keptHost" | "keptPartner">>

export type Ranges = { [K in Numbers]: number | undefined } & { [K in Days]: string | undefined }

const numberOf = (raw: unknown, most: number): number | undefined => {
  const value = raw === "" || raw === undefined || raw === null ? Number.NaN : Number(raw)
  return Number.isFinite(value) && Math.abs(value) <= most ? value : undefined
}

const dayOf = (raw: unknown): string | undefined =>
  typeof raw === "string" && /^\d{4}-\d{2}-\d{2}$/.test(raw) ? raw : undefined

/** The bounds that an address says; what it says of none is left out, so that the address stays short. */
export const readRanges = (raw: Record<string, unknown>): Ranges =>
  Object.fromEntries(
    Object.entries(ranges).flatMap(([key, is]) =>
      ([`${key}From`, `${key}To`] as const).map((bound) => [
        bound,
        is === "day" ? dayOf(raw[bound]) : numberOf(raw[bound], is === "rate" ? 100 : 1e15),
      ]),
    ),
  ) as Ranges
