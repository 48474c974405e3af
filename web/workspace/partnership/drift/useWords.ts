import { useTranslation } from "react-i18next"
import type { DriftForHost } from "#contract/drift"
import { toMinor } from "#core/money"
import { rateOf } from "#core/rate"
import { useFormat } from "#ui/text"

export type DriftLane = DriftForHost["lanes"][number]
export type DriftCause = DriftForHost["causes"][number]
export type DriftEvent = DriftForHost["events"][number]

/** A key someone else chose, as words: "api_latency_p95" -> "api latency p95". */
const spelled = (key: string): string => key.replaceAll(/[_.-]+/g, " ").trim()

/** Signals that are sums of money in the partnership's currency. */
export const isMoney = (signal: string): boolean => signal === "revenue" || signal === "pipeline_amount"

/** Counts of acts are said as how often. Whole numbers of a signal that nobody defined may as well be a stock: 300 seats. */
export const isHowOften = ({ kind, isKnown }: Pick<DriftLane, "kind" | "isKnown">): boolean =>
  isKnown && kind === "count"

/** Signals, causes and numbers in the reader's words. */
export const useWords = () => {
  const { t, i18n } = useTranslation("drift")
  const format = useFormat()
  const ifKnown = (key: string, fallback: string) =>
    i18n.exists(key, { ns: "drift" }) ? t(key as "signal.registrations") : fallback
  const moneyOf = (value: number, currency: string) => {
    const amountMinor = toMinor(value, currency)
    return amountMinor === undefined ? format.number(value, 0) : format.money({ amountMinor, currency }, true)
  }
  const often = (value: number) => {
    const rate = rateOf(value)
    if (rate === undefined) return t("rate.none")
    const { count, per } = rate
    if (count === 0) return t("rate.seldom")
    return t(`rate.${per}`, { count, formatted: format.number(count, count < 10 ? 1 : 0) })
  }
  return {
    /** A signal, and whose it is where several companies have one of that name. */
    signal: (key: string, company?: string) => {
      const signal = ifKnown(`signal.${key}`, spelled(key))
      return company === undefined ? signal : t("ofCompany", { signal, company })
    },
    cause: (cause: DriftCause["cause"]) => t(`cause.${cause}`),
    event: ({ kind, note }: Pick<DriftEvent, "kind" | "note">) => {
      const name = ifKnown(`event.${kind.replaceAll(".", "_")}`, spelled(kind))
      return note === "" ? name : `${name}: ${note}`
    },
    /** A level in the unit people think in: money with its currency, how often in weeks, months or years. */
    value: (value: number | null, lane: Pick<DriftLane, "kind" | "signal" | "isKnown">, currency: string) => {
      const { kind, signal } = lane
      if (value === null) return t("unknownLevel")
      if (isMoney(signal)) return moneyOf(value, currency)
      if (isHowOften(lane)) return often(value)
      if (kind === "proportion") return format.percent(value)
      if (kind === "latency") return t("hours", { value: format.number(value, value < 10 ? 1 : 0) })
      return format.number(value, Math.abs(value) < 10 ? 1 : 0)
    },
  }
}
