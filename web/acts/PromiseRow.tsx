import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { linkTo } from "#client/linkTo"
import { useToday } from "#client/useToday"
import type { WaitingPromise } from "#contract/commitments"
import { daysBetween } from "#core/time"
import { CommitmentStateMark } from "#marks/CommitmentStateMark"
import { Row, RowLine } from "#ui/Rows"
import { useFormat } from "#ui/text"
import { PromiseActs } from "./PromiseActs.tsx"
import { ProposalWords } from "./ProposalWords.tsx"

type PromiseRowProps = {
  promise: WaitingPromise
  /** With whom, and where that is to be seen. */
  with: Readonly<{ name: string; to: string }>
  /** The page of the promise itself. */
  to: string
  /** Who owes it, where the list does not say so. */
  owing?: ReactNode
  /** Opens with the question what shows that it was kept. */
  isReporting?: boolean
}

/** One due promise in a list over several partnerships: what, with whom, when, how it stands, and what can be done about it. */
export const PromiseRow = ({ promise, with: { name, to }, to: own, owing, isReporting = false }: PromiseRowProps) => (
  <Row
    name={
      <Anchor component={Link} {...linkTo(own)} c="inherit">
        {promise.title}
      </Anchor>
    }
    lines={
      <RowLine>
        {owing ? <>{owing} · </> : null}
        <Anchor component={Link} to={to} c="inherit">
          {name}
        </Anchor>
        {" · "}
        <Due promise={promise} />
        {promise.proposal && promise.abilities.answer === true ? (
          <>
            {" · "}
            <ProposalWords proposal={promise.proposal} />
          </>
        ) : null}
      </RowLine>
    }
    end={
      <>
        <CommitmentStateMark state={promise.state} />
        <PromiseActs promise={promise} isReporting={isReporting} />
      </>
    }
  />
)

const Due = ({ promise: { dueOn, isOverdue, awaitsConfirmation } }: { promise: WaitingPromise }) => {
  const { t } = useTranslation("acts")
  const format = useFormat()
  const today = useToday()
  const date = format.day(dueOn)
  if (awaitsConfirmation) return t("when.awaits", { date })
  return isOverdue ? t("when.overdue", { count: daysBetween(dueOn, today), date }) : t("when.due", { date })
}
