import { useTranslation } from "react-i18next"
import type { DraftView } from "#contract/agreements"

type Said = Readonly<{ clause?: string | undefined; clauseKey?: string | undefined }>

/** The clause that a line comes from: of the text by number and heading, else as it was written. */
export const useClauseWords = (clauses: DraftView["clauses"]) => {
  const { t } = useTranslation("agreements")
  return ({ clause, clauseKey }: Said): string[] => {
    const named = clauses.find(({ key }) => key === clauseKey)
    const said = named === undefined ? clause : `${named.number} ${named.heading}`.trim()
    return said === undefined ? [] : [t("review.clause", { clause: said })]
  }
}
