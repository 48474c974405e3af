import { useTranslation } from "react-i18next"
import type { ProposalView } from "#contract/negotiation"
import { Panel } from "#ui/Panel"
import type { TermKind, Terms } from "./clauses.ts"
import classes from "./negotiation.module.css"
import { Proposal } from "./Proposal.tsx"
import { useTermWords } from "./useTermWords.ts"

/** What the agreement says as data, with what is proposed of it. */
export const TermList = ({ terms, proposals }: { terms: Terms; proposals: readonly ProposalView[] }) => {
  const { t } = useTranslation("negotiation")
  const say = useTermWords()
  const kinds = Object.keys(terms) as TermKind[]
  const waiting = proposals.filter(
    ({ state, change }) => (state === "open" || state === "draft") && change.kind === "term",
  )
  if (kinds.length === 0 && waiting.length === 0) return null
  return (
    <Panel title={t("terms")} hint={t("termsHint")}>
      <dl className={classes.terms}>
        {kinds.map((kind) => (
          <div key={kind} style={{ display: "contents" }}>
            <dt>{t(`term.name.${kind}`)}</dt>
            <dd>{say(kind, terms[kind])}</dd>
          </div>
        ))}
      </dl>
      {waiting.map((each) => (
        <Proposal key={each.id} proposal={each} terms={terms} />
      ))}
    </Panel>
  )
}
