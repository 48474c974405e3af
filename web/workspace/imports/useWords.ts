import { useTranslation } from "react-i18next"
import type { ImportKind, ReasonCode } from "#contract/imports"

type Params = Readonly<Record<string, unknown>>

/** Field keys and reason codes of one kind of file, in the reader's language. */
export const useWords = (kind: ImportKind) => {
  const { t } = useTranslation("imports")
  // Which keys a kind has is the server's to say; texts.test.ts holds every one of them to a text.
  const field = (key: string) => t(`field.${kind}.${key}` as "field.partners.name", { defaultValue: key })
  /** Parameters that are words of their own. */
  const inWords = (params: Params): Params => ({
    ...params,
    ...(typeof params["key"] === "string" && { field: field(params["key"]) }),
    ...(typeof params["otherKey"] === "string" && { other: field(params["otherKey"]) }),
    ...(Array.isArray(params["fieldKeys"]) && { fields: params["fieldKeys"].map(field).join(", ") }),
    ...(typeof params["order"] === "string" && { order: t(`order.${params["order"] as "dmy"}`) }),
    ...(typeof params["decimals"] === "string" && { decimals: t(`decimalMark.${params["decimals"] as "point"}`) }),
  })
  const reason = (code: string, params: Params = {}, otherwise = code) =>
    t(`reason.${code as ReasonCode}`, { ...inWords(params), defaultValue: otherwise })
  return { field, reason }
}
