import { useTranslation } from "react-i18next"
import type { ImportForHost } from "#contract/imports"
import { useFormat } from "#ui/text"
import { useImportables } from "./useImportables.ts"

export type Remark = NonNullable<ImportForHost["summary"]["remarks"]>[number]
type Params = Readonly<Record<string, unknown>>

/** What a signal is called; one that only a file knows is called as the file does. */
export const useSignalName = () => {
  const { t, i18n } = useTranslation("drift")
  return (signal: string): string =>
    i18n.exists(`signal.${signal}`, { ns: "drift" }) ? t(`signal.${signal}` as "signal.registrations") : signal
}

/** Field keys and reason codes of one kind of file, in the reader's language. */
export const useWords = (kind: string) => {
  const { t } = useTranslation("imports")
  const signal = useSignalName()
  const importables = useImportables()
  const format = useFormat()
  const field = (key: string) => importables.fieldName(kind, key)
  /** Parameters that are words of their own. */
  const inWords = (params: Params): Params => ({
    ...params,
    ...(typeof params["key"] === "string" && { field: field(params["key"]) }),
    ...(typeof params["otherKey"] === "string" && { other: field(params["otherKey"]) }),
    ...(Array.isArray(params["fieldKeys"]) && { fields: params["fieldKeys"].map(field) }),
    ...(typeof params["order"] === "string" && { order: t(`order.${params["order"] as "dmy"}`) }),
    ...(typeof params["decimals"] === "string" && { decimals: t(`decimalMark.${params["decimals"] as "point"}`) }),
  })
  const reason = (code: string, params: Params = {}, otherwise = code) =>
    importables.reason(code, inWords(params), otherwise)
  const remark = ({ code, message, count, ...about }: Remark) =>
    importables.remark(
      code,
      {
        ...{ ...about, count: format.number(count) },
        ...(about.field && { field: field(about.field) }),
        ...(code === "told-twice" && about.value && { value: signal(about.value) }),
      },
      message,
    )
  /** A choice has a word of its own, or is a value that the field may have. */
  const choice = ({ code, field: about }: Remark, chosen: string) =>
    importables.choice(code, chosen, about ? importables.valueName(kind, about, chosen, chosen) : chosen)
  /** What a field holds, as people read it. */
  const value = (about: string | null, text: string): string => {
    if (about === "country") return format.country(text)
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return format.date(text)
    return about ? importables.valueName(kind, about, text.replaceAll(" ", "_"), text) : text
  }
  return { field, reason, remark, choice, value }
}
