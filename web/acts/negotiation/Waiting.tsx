import { Anchor } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { ProposalView } from "#contract/negotiation"
import { Panel } from "#ui/Panel"
import classes from "./negotiation.module.css"
import { useProposalName } from "./useProposalName.ts"
import fromWord from "./word.module.css"

/** What waits for an answer, each leading to where it stands in the text: a long agreement is not read through to find it. */
export const Waiting = ({ proposals }: { proposals: readonly ProposalView[] }) => {
  const { t } = useTranslation("negotiation")
  const nameOf = useProposalName()
  const waiting = proposals.filter(({ state }) => state === "open" || state === "draft")
  if (waiting.length === 0) return null
  return (
    <Panel title={t("waiting")}>
      <ul className={classes.list}>
        {waiting.map(({ id, number, state, word, ...proposal }) => (
          <li key={id}>
            <Anchor href={`#proposal-${id}`} size="sm">
              {[number, nameOf(proposal)].filter(Boolean).join(" ")}
            </Anchor>
            <p className={classes.soft}>
              {state === "draft" ? t("proposal.draft") : t(`proposal.kind.${proposal.change.kind}`)}
            </p>
            {word?.isMarked === false ? <p className={fromWord.unmarked}>{t("word.notMarked")}</p> : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
