import { SimpleGrid } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listObjectives, type ObjectiveView } from "#contract/objectives"
import { RampCurve } from "#marks/RampCurve"
import { Explain } from "#ui/Explain"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { useClauseInForce } from "./agreements/useClauseInForce.tsx"
import classes from "./objectives/objectives.module.css"

/** The signed goals, each with the curve it was to follow and how far it has come. */
export const Objectives = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("objectives")
  const objectives = useEndpoint(listObjectives, { params: { partnership: partnershipId } })
  return (
    <Panel title={t("title")} hint={objectives.data ? <Answer items={objectives.data.items} /> : undefined}>
      <Loaded from={objectives}>
        {({ items, asOf }) =>
          items.length === 0 ? (
            <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
          ) : (
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing={28} verticalSpacing={24}>
              {items.map((objective) => (
                <Objective key={objective.id} objective={objective} asOf={asOf} />
              ))}
            </SimpleGrid>
          )
        }
      </Loaded>
    </Panel>
  )
}

/** On the curve or above is on track; what has no measurement counts as neither. */
const Answer = ({ items }: { items: readonly ObjectiveView[] }) => {
  const { t } = useTranslation("objectives")
  const scored = items.filter(({ attainment }) => attainment !== null)
  if (items.length === 0) return null
  if (scored.length === 0) return t("answer.notScored")
  const onTrack = scored.filter(({ attainment }) => (attainment ?? 0) >= 1).length
  return t("answer.scored", {
    count: scored.length,
    onTrack,
    open: items.length - scored.length,
    context: items.length > scored.length ? "open" : "",
  })
}

const Objective = ({ objective, asOf }: { objective: ObjectiveView; asOf: string }) => {
  const { t } = useTranslation("objectives")
  const format = useFormat()
  const {
    title,
    unit,
    actual,
    expected,
    attainment,
    target,
    startsOn,
    endsOn,
    ramp,
    method,
    measuredPeriods,
    clause,
    metric,
    validFrom,
    reading,
    expectedInTheEnd,
  } = objective
  const inForce = useClauseInForce(objective)
  const clauseSaid = inForce?.name ?? clause
  const written = (value: number) => format.quantity(value, unit)
  const label = t(actual === null ? "labelNotScored" : "label", {
    title,
    actual: actual === null ? "" : written(actual),
    expected: written(expected),
  })
  return (
    <article className={classes.objective}>
      <header className={classes.header}>
        <h3 className={classes.title}>{title}</h3>
        <Explain
          label={title}
          definition={t(`method.${method}`, { metric })}
          inputs={[
            { label: t("reached"), value: actual === null ? t("notScored") : written(actual) },
            { label: t("expected"), value: written(expected) },
            { label: t("target"), value: written(target) },
            { label: t("periods"), value: format.number(measuredPeriods) },
          ]}
        >
          <strong className={classes.figure} data-behind={attainment !== null && attainment < 1 ? true : undefined}>
            {attainment === null ? t("notScored") : t("ofCurve", { share: format.percent(attainment) })}
          </strong>
        </Explain>
      </header>
      <p className={classes.terms}>
        {[
          t("targetBy", { target: written(target), from: format.date(startsOn), to: format.date(endsOn) }),
          ...(validFrom === null || reading === null
            ? []
            : [t(`since.${reading}`, { date: format.date(validFrom), total: written(expectedInTheEnd) })]),
          t(`ramp.${ramp}`),
          ...(clauseSaid === null ? [] : [t("clause", { clause: clauseSaid })]),
        ].join(" · ")}
      </p>
      <RampCurve
        label={label}
        points={objective.curve}
        asOf={asOf}
        write={(value) => format.number(value, value < 10 ? 1 : 0)}
        isStepped={ramp === "quarterly_steps"}
        height={180}
      />
    </article>
  )
}
