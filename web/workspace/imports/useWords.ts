import { useTranslation } from "react-i18next"
import { useImportables } from "./useImportables.ts"

type Params = Readonly<Record<string, unknown>>

/** Field keys and reason codes of one kind of file, in the reader's language. */
export const useWords = (kind: string) => {
  const { t } = useTranslation("imports")
  const importables = useImportables()
  const field = (key: string) => importables.fieldName(kind, key)
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
    importables.reason(code, inWords(params), otherwise)
  return { field, reason }
}
