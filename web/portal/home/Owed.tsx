import { Anchor, Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { PromiseActs } from "#acts/PromiseActs"
import { InWorkspace } from "#client/workspace"
import { daysBetween } from "#core/time"
import { CommitmentStateMark } from "#marks/CommitmentStateMark"
import { portalPartnershipPath } from "#portal/partnership"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { useFormat } from "#ui/text"
import { type DeskPromise, spanOf, spans } from "./desk.ts"
import classes from "./Home.module.css"

type OwedProps = {
  title: string
  hint: string
  none?: string
  promises: readonly DeskPromise[]
  /** In one list, because what counts is not when. */
  isFlat?: boolean
}

/** A day's work; the rest is one press away. */
const atFirst = 12

/** Promises of one direction, under the time they are due, each to be acted on where it stands. */
export const Owed = ({ title, hint, none, promises, isFlat = false }: OwedProps) => {
  const { t } = useTranslation("portal/home")
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? promises : promises.slice(0, atFirst)
  const groups = Map.groupBy(shown, spanOf)
  return (
    <Panel title={title} hint={hint} isFlush>
      {promises.length === 0 ? <RowsNote>{none}</RowsNote> : null}
      {spans.map((span) => {
        const group = groups.get(span)
        return group ? (
          <div key={span}>
            {isFlat ? null : <h3 className={classes.span}>{t(`span.${span}`)}</h3>}
            <Rows>
              {group.map((promise) => (
                <PromiseRow key={promise.id} promise={promise} />
              ))}
            </Rows>
          </div>
        ) : null
      })}
      {shown.length < promises.length ? (
        <RowsNote>
          <Button variant="subtle" size="xs" onClick={() => setShowsAll(true)}>
            {t("showAll", { count: promises.length })}
          </Button>
        </RowsNote>
      ) : null}
    </Panel>
  )
}

const PromiseRow = ({ promise }: { promise: DeskPromise }) => {
  const { vendor, title, state, partnershipId } = promise
  return (
    <Row
      name={title}
      lines={
        <RowLine>
          <Anchor component={Link} to={portalPartnershipPath(vendor.slug, partnershipId)} c="inherit">
            {vendor.name}
          </Anchor>
          {" · "}
          <Due promise={promise} />
        </RowLine>
      }
      end={
        <>
          <CommitmentStateMark state={state} />
          <InWorkspace slug={vendor.slug}>
            <PromiseActs promise={promise} />
          </InWorkspace>
        </>
      }
    />
  )
}

const Due = ({ promise: { dueOn, isOverdue, awaitsConfirmation, vendor } }: { promise: DeskPromise }) => {
  const { t } = useTranslation("portal/home")
  const format = useFormat()
  const date = format.day(dueOn)
  if (awaitsConfirmation) return t("awaits", { date })
  return isOverdue ? t("overdue", { count: daysBetween(dueOn, vendor.today), date }) : t("due", { date })
}
