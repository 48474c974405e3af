import { useTranslation } from "react-i18next"
import type { ProposalView } from "#contract/negotiation"
import { ClauseBody } from "./ClauseBody.tsx"
import type { Terms } from "./clauses.ts"
import classes from "./negotiation.module.css"
import { RedlineRows, Segments } from "./RedlineRows.tsx"
import { useTermWords } from "./useTermWords.ts"

type ChangeProps = { proposal: Pick<ProposalView, "change" | "line" | "heading">; terms: Terms }

/** What would be another: the clause with its words in and out, a new place, or a new value. */
export const Change = ({ proposal: { change, line, heading }, terms }: ChangeProps) => {
  const { t } = useTranslation("negotiation")
  const say = useTermWords()
  switch (change.kind) {
    case "term":
      return (
        <p className={classes.change}>
          {t(`term.name.${change.key}`)}: <del>{say(change.key, change.before ?? undefined)}</del>{" "}
          <ins>{say(change.key, change.after ?? undefined)}</ins>
        </p>
      )
    case "insert":
      return (
        <div className={classes.change}>
          <ins>
            <strong>{change.after.heading}</strong>
            <ClauseBody content={change.after.content} terms={terms} />
          </ins>
        </div>
      )
    case "delete":
      return (
        <p className={classes.change}>
          <del>{heading}</del>
        </p>
      )
    case "move":
      return <p className={classes.change}>{t("proposal.moved", { heading })}</p>
    default:
      return line === null ? null : (
        <div className={classes.change}>
          {line.heading.some(({ kind }) => kind !== "same") ? (
            <p>
              <strong>
                <Segments segments={line.heading} values={{ before: terms, after: terms }} />
              </strong>
            </p>
          ) : null}
          <RedlineRows rows={line.rows} values={{ before: terms, after: terms }} />
        </div>
      )
  }
}
