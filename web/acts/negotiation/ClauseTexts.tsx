import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import type { ProposalView } from "#contract/negotiation"
import { useFormat } from "#ui/text"
import { ClauseBody } from "./ClauseBody.tsx"
import type { AgreementText } from "./clauses.ts"
import classes from "./negotiation.module.css"
import { Proposal } from "./Proposal.tsx"
import { usePromisedIn } from "./promised.ts"

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
  // Whoever comes from a promise to its clause comes before the words are there to scroll to.
  useEffect(() => {
    const named = location.hash.startsWith("#clause-") ? document.getElementById(location.hash.slice(1)) : null
    named?.scrollIntoView()
    named?.focus({ preventScroll: true })
  }, [])
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
        <article key={key} id={`clause-${key}`} tabIndex={-1} className={classes.clause} data-level={level}>
          <h3>
            <span className={classes.number}>{numbers[index]}</span>
            <span>{heading === "" ? t("noHeading") : heading}</span>
          </h3>
          <ClauseBody content={content} terms={terms} />
          <PromisedHere clause={key} />
          {at(key).map((each) => (
            <Proposal key={each.id} proposal={each} terms={terms} />
          ))}
        </article>
      ))}
    </div>
  )
}

/** What is promised in a clause stands with it: whoever wants it otherwise knows what hangs on it. */
const PromisedHere = ({ clause }: { clause: string }) => {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const lines = usePromisedIn(clause)
  if (lines.length === 0) return null
  return <p className={classes.soft}>{t("promisedHere", { titles: format.list(lines.map(({ title }) => title)) })}</p>
}
