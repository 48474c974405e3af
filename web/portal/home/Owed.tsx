import { Button } from "@mantine/core"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { PromiseRow } from "#acts/PromiseRow"
import { loadTexts } from "#client/i18n"
import { InWorkspace } from "#client/workspace"
import { portalPartnershipPath } from "#portal/partnership"
import { portalPromisePath } from "#portal/promises"
import { Panel } from "#ui/Panel"
import { Row, Rows, RowsNote } from "#ui/Rows"
import { type DeskPromise, type DeskTask, spanOf, spans } from "./desk.ts"
import classes from "./Home.module.css"

/** Most companies owe promises alone: what a task can be answered with comes with the first task. */
const TaskRow = lazy(() => {
  loadTexts(["tasks"])
  return import("./TaskRow.lazy.tsx")
})

type OwedProps = {
  title: string
  hint: string
  none?: string
  promises: readonly DeskPromise[]
  tasks?: readonly DeskTask[]
  /** In one list, because what counts is not when. */
  isFlat?: boolean
}

/** A day's work; the rest is one press away. */
const atFirst = 12

/** What is owed in one direction, under the time it is due, each to be acted on where it stands. */
export const Owed = ({ title, hint, none, promises, tasks = [], isFlat = false }: OwedProps) => {
  const { t } = useTranslation("portal/home")
  const [showsAll, setShowsAll] = useState(false)
  const all = [...promises, ...tasks].toSorted((one, other) => (one.dueOn ?? "9").localeCompare(other.dueOn ?? "9"))
  const shown = showsAll ? all : all.slice(0, atFirst)
  const groups = Map.groupBy(shown, spanOf)
  return (
    <Panel title={title} hint={hint} isFlush>
      {all.length === 0 ? <RowsNote>{none}</RowsNote> : null}
      {spans.map((span) => {
        const group = groups.get(span)
        return group ? (
          <div key={span}>
            {isFlat ? null : <h3 className={classes.span}>{t(`span.${span}`)}</h3>}
            <Rows>
              {group.map((each) => (
                <InWorkspace key={each.id} slug={each.vendor.slug}>
                  {"awaitsConfirmation" in each ? (
                    <PromiseRow
                      promise={each}
                      with={withOf(each)}
                      to={portalPromisePath(each.vendor.slug, each.commitmentId, each.dueOn)}
                    />
                  ) : (
                    <Suspense fallback={<Row name={each.title} />}>
                      <TaskRow task={each} with={withOf(each)} />
                    </Suspense>
                  )}
                </InWorkspace>
              ))}
            </Rows>
          </div>
        ) : null
      })}
      {shown.length < all.length ? (
        <RowsNote>
          <Button variant="subtle" size="xs" onClick={() => setShowsAll(true)}>
            {t("showAll", { count: all.length })}
          </Button>
        </RowsNote>
      ) : null}
    </Panel>
  )
}

const withOf = ({ vendor, partnershipId }: DeskPromise | DeskTask) => ({
  name: vendor.name,
  to: portalPartnershipPath(vendor.slug, partnershipId),
})
