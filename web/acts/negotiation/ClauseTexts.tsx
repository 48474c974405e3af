import { useTranslation } from "react-i18next"
import type { ProposalView } from "#contract/negotiation"
import { ClauseBody } from "./ClauseBody.tsx"
import type { AgreementText } from "./clauses.ts"
import classes from "./negotiation.module.css"
import { Proposal } from "./Proposal.tsx"

type ClauseTextsProps = {
  text: AgreementText
  numbers: readonly string[]
  proposals: readonly ProposalView[]
}

/** A clause that a proposal stands at: the one it changes, or the one behind which it puts something. */
const standsAt = ({ change }: ProposalView): string | null =>
  change.kind === "insert" ? change.place : change.kind === "term" ? "" : change.key

/** The clauses with their numbers, each with what is proposed of it. */
export const ClauseTexts = ({ text: { clauses, terms }, numbers, proposals }: ClauseTextsProps) => {
  const { t } = useTranslation("negotiation")
  const waiting = proposals.filter(
    ({ state, change }) => (state === "open" || state === "draft") && change.kind !== "term",
  )
  const keys = new Set(clauses.map(({ key }) => key))
  const at = (key: string | null) => waiting.filter((each) => standsAt(each) === key)
  const nowhere = waiting.filter((each) => {
    const key = standsAt(each)
    return key !== null && !keys.has(key)
  })
  return (
    <div className={classes.text}>
      {[...at(null), ...nowhere].map((each) => (
        <Proposal key={each.id} proposal={each} terms={terms} />
      ))}
      {clauses.map(({ key, heading, level, content }, index) => (
        <article key={key} id={`clause-${key}`} className={classes.clause} data-level={level}>
          <h3>
            <span className={classes.number}>{numbers[index]}</span>
            <span>{heading === "" ? t("noHeading") : heading}</span>
          </h3>
          <ClauseBody content={content} terms={terms} />
          {at(key).map((each) => (
            <Proposal key={each.id} proposal={each} terms={terms} />
          ))}
        </article>
      ))}
    </div>
  )
}
