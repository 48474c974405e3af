import { Button } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ProposalView } from "#contract/negotiation"
import { Panel } from "#ui/Panel"
import { MomentText } from "#ui/text"
import { useNameOf, useWhose } from "#ui/viewer"
import classes from "./negotiation.module.css"

const shownAtFirst = 5

/** What became of proposals, the latest first: who wanted what, what the other side said, and why. */
export const Settled = ({ proposals, hasMore }: { proposals: readonly ProposalView[]; hasMore: boolean }) => {
  const { t } = useTranslation("negotiation")
  const [isWhole, setWhole] = useState(false)
  const settled = proposals.filter(({ state }) => state !== "open" && state !== "draft")
  if (settled.length === 0) return null
  return (
    <Panel title={t("settled.title")}>
      <ul className={classes.list}>
        {settled.slice(0, isWhole ? undefined : shownAtFirst).map((proposal) => (
          <SettledOne key={proposal.id} proposal={proposal} />
        ))}
      </ul>
      {settled.length > shownAtFirst && !isWhole ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(true)}>
          {t("settled.all", { count: settled.length })}
        </Button>
      ) : null}
      {hasMore && isWhole ? <p className={classes.soft}>{t("settled.more")}</p> : null}
    </Panel>
  )
}

const SettledOne = ({ proposal }: { proposal: ProposalView }) => {
  const { t } = useTranslation("negotiation")
  const [whose, nameOf] = [useWhose(), useNameOf()]
  const { heading, change, side, partyId, partyName, state, answered, madeNumber } = proposal
  const name = nameOf(side, partyName) ?? t(`party.${whose(side, partyId)}`)
  return (
    <li>
      <strong>{change.kind === "term" ? t(`term.name.${change.key}`) : heading}</strong>
      <p className={classes.soft}>
        {t(`settled.${state as "accepted" | "rejected" | "withdrawn"}`, { name, number: madeNumber ?? 0 })}
        {answered === null ? null : (
          <>
            {" "}
            <MomentText at={answered.at} />
          </>
        )}
      </p>
      {answered?.words ? <p className={classes.reason}>{answered.words}</p> : null}
    </li>
  )
}
