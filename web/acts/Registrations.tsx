import { Button, Group } from "@mantine/core"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { type Deal, listDeals, moveDeal } from "#contract/deals"
import { ClockMark } from "#marks/ClockMark"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { EmptyState, Loaded } from "#ui/states"
import { MomentText, useFormat } from "#ui/text"
import { useViewerSide } from "#ui/viewer"
import { ClockCourse } from "./registrations/ClockCourse.tsx"

const HandOver = lazy(() => import("./registrations/HandOver.lazy.tsx"))

/** Registered deals of a partnership with the time that runs for their answer, and what the reader may do about each. */
export const Registrations = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("registrations")
  const deals = useEndpoint(listDeals, { params: { partnership: partnershipId }, query: { limit: 50 } })
  return (
    <Panel title={t("title")} hint={t("hint")} isFlush>
      <Loaded from={deals}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
          ) : (
            <Rows>
              {items.map((deal) => (
                <Registration key={deal.id} deal={deal} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Panel>
  )
}

const Registration = ({ deal }: { deal: Deal }) => {
  const { t } = useTranslation("registrations")
  const side = useViewerSide()
  const [showsCourse, setShowsCourse] = useState(false)
  const { name, customer, state, clock, unclocked } = deal
  return (
    <Row
      isLong={showsCourse}
      name={customer === null ? name : `${name} · ${customer}`}
      lines={
        <>
          <RowLine>
            {t(`state.${state}`)} · <Submitted deal={deal} />
          </RowLine>
          {clock?.dueAt ? (
            <RowLine>
              {t("course.due")} <MomentText at={clock.dueAt} />
            </RowLine>
          ) : null}
          {unclocked === null ? null : <RowLine>{t(`unclocked.${unclocked}`)}</RowLine>}
          {clock && showsCourse ? <ClockCourse clock={clock} /> : null}
        </>
      }
      end={
        <Group gap={6}>
          {clock ? <ClockMark clock={clock} side={side} /> : null}
          {clock ? (
            <Button
              size="xs"
              variant="default"
              aria-expanded={showsCourse}
              aria-label={t("course.showOf", { name })}
              onClick={() => setShowsCourse(!showsCourse)}
            >
              {t("course.show")}
            </Button>
          ) : null}
          <Moves deal={deal} />
        </Group>
      }
    />
  )
}

const Submitted = ({ deal: { registeredAt, registeredTo } }: { deal: Deal }) => {
  const { t } = useTranslation("registrations")
  const format = useFormat()
  if (registeredTo === "unknown" || registeredAt === null) return t("submitted.unknown")
  return (
    <>
      {t(`submitted.${registeredTo}`)}{" "}
      {registeredTo === "day" ? format.day(registeredAt.slice(0, 10)) : <MomentText at={registeredAt} />}
    </>
  )
}

/** What comes of a registration while it waits; how a deal ends is told elsewhere. */
const offered = ["approved", "rejected", "info_requested", "in_review", "submitted", "withdrawn"] as const
const waiting: readonly Deal["state"][] = ["submitted", "in_review", "info_requested"]

const Moves = ({ deal }: { deal: Deal }) => {
  const { t } = useTranslation("registrations")
  const side = useViewerSide()
  const [handsOver, setHandsOver] = useState(false)
  const { id, name, version, clock, abilities } = deal
  const move = useAct(moveDeal, { done: ({ state }) => t("moved", { name, state: t(`state.${state}`) }) })
  // Whose side an act is: the partner sends again and withdraws, the host does the rest.
  const own = offered.filter((state) => (side === "partner") === (state === "submitted" || state === "withdrawn"))
  if (!waiting.includes(deal.state)) return null
  return (
    <>
      {own
        .filter((state) => abilities.moves.includes(state))
        .map((state) => (
          <ActionButton
            key={state}
            size="xs"
            variant={state === "approved" ? "filled" : "default"}
            aria-label={t("moveOf", { move: t(`move.${state}`), name })}
            disabledReason={undefined}
            loading={move.isPending}
            onClick={() => move.mutate({ params: { deal: id }, input: { state }, ifMatch: version })}
          >
            {t(`move.${state}`)}
          </ActionButton>
        ))}
      {clock && side === "host" ? (
        <ActionButton
          size="xs"
          variant="default"
          aria-label={t("handOver.actOf", { name })}
          disabledReason={reasonOf(clock.abilities.handOver)}
          onClick={() => setHandsOver(true)}
        >
          {t("handOver.act")}
        </ActionButton>
      ) : null}
      <Suspense>{clock && handsOver ? <HandOver clock={clock} onClose={() => setHandsOver(false)} /> : null}</Suspense>
    </>
  )
}
