import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"
import type { TermKind, Terms } from "./clauses.ts"

type Value = Terms[TermKind] | null

/** A term's value in the reader's language: "22 %", "30 days"; what is not set says so. */
export const useTermWords = () => {
  const { t } = useTranslation("negotiation")
  const plain = useTermFigures()
  return (kind: TermKind, value: Value): string => {
    const said = plain(kind, value)
    if (typeof value !== "number" || isShare(kind)) return said
    return t(kind === "answer_hours" ? "term.hours" : "term.days", { count: value })
  }
}

/** The same as a clause has it: the words around it say of what it is a number. */
export const useTermFigures = () => {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  return (kind: TermKind, value: Value): string => {
    if (value === undefined || value === null) return t("term.open", { term: t(`term.name.${kind}`) })
    if (typeof value === "object") return format.money(value)
    if (typeof value === "string") return value
    return isShare(kind) ? format.percent(value / 100, mostDigits) : format.number(value, mostDigits)
  }
}

/** What was agreed is not rounded: a page to sign shows the same digits. */
const mostDigits = 6

const isShare = (kind: TermKind): boolean => kind === "margin" || kind === "commission"
