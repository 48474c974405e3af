import { Anchor, Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { PromiseActs } from "#acts/PromiseActs"
import type { WaitingPromise } from "#contract/commitments"
import type { Counted } from "#core/attention"
import { daysBetween } from "#core/time"
import { CommitmentStateMark } from "#marks/CommitmentStateMark"
import { partnershipPath } from "#paths/partnership"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { useFormat } from "#ui/text"

type PromisesProps = {
  whose: "ours" | "theirs"
  /** The longest overdue. */
  items: readonly WaitingPromise[]
  /** How many there are in all. */
  counts: Record<"overdue" | "due", Counted>
  slug: string
  today: string
}

/** A day's work; the rest is one press away. */
const atFirst = 8

/** Promises of one side that wait for an act, the longest overdue first. */
export const Promises = ({ whose, items: promises, counts, slug, today }: PromisesProps) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  const count = counts.overdue.count + counts.due.count
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? promises : promises.slice(0, atFirst)
  return (
    <Panel title={t(`${whose}.title`)} hint={t(`${whose}.hint`)} isFlush>
      {promises.length === 0 ? (
        <RowsNote>{t(`${whose}.none`)}</RowsNote>
      ) : (
        <Rows>
          {shown.map((promise) => (
            <Row
              key={promise.id}
              name={promise.title}
              lines={
                <RowLine>
                  <Anchor component={Link} to={partnershipPath(slug, promise.partnershipId)} c="inherit">
                    {promise.partnershipName}
                  </Anchor>
                  {" · "}
                  {promise.awaitsConfirmation
                    ? t("awaits")
                    : promise.isOverdue
                      ? t("overdue", { count: daysBetween(promise.dueOn, today), date: format.day(promise.dueOn) })
                      : t("due", { date: format.day(promise.dueOn) })}
                </RowLine>
              }
              end={
                <>
                  <CommitmentStateMark state={promise.state} />
                  <PromiseActs promise={promise} />
                </>
              }
            />
          ))}
        </Rows>
      )}
      {shown.length < promises.length ? (
        <RowsNote>
          <Button variant="subtle" size="xs" onClick={() => setShowsAll(true)}>
            {t("showAll", { count: promises.length })}
          </Button>
        </RowsNote>
      ) : count > promises.length ? (
        <RowsNote>{t("andMore", { count: count - promises.length })}</RowsNote>
      ) : null}
    </Panel>
  )
}
