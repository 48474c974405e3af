import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { getEnrolment, getKnownNow, type StandingView } from "#contract/programs"
import type { OutputOf } from "#core/endpoint"
import { ActionButton } from "#ui/ActionButton"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { Lines } from "./Lines.tsx"
import classes from "./standings.module.css"

/** What was decided of an enrolment, the newest first; read once somebody opens it. */
export const History = ({ standing: { enrolmentId: enrolment } }: { standing: StandingView }) => {
  const { t } = useTranslation("standings")
  const [isOpen, setOpen] = useState(false)
  const found = useEndpoint(getEnrolment, { params: { enrolment } }, { isEnabled: isOpen })
  return (
    <details className={classes.coming} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("history.open")}</summary>
      {isOpen ? (
        <Loaded from={found}>
          {({ evaluations }) =>
            evaluations.length === 0 ? (
              <p className={classes.quiet}>{t("history.none")}</p>
            ) : (
              <ul className={classes.appeals}>
                {evaluations.map((evaluation) => (
                  <Decided key={evaluation.id} evaluation={evaluation} />
                ))}
              </ul>
            )
          }
        </Loaded>
      ) : null}
    </details>
  )
}

type Evaluation = OutputOf<typeof getEnrolment>["evaluations"][number]

const Decided = ({ evaluation: { id, evaluatedOn, outcome, tierBefore, tierAfter } }: { evaluation: Evaluation }) => {
  const { t } = useTranslation("standings")
  const format = useFormat()
  const [isCompared, setCompared] = useState(false)
  const date = format.date(evaluatedOn)
  const [from, to] = [tierBefore ?? t("noTier"), tierAfter ?? t("noTier")]
  return (
    <li className={classes.appeal}>
      <strong>
        {date} · {t(`outcome.${outcome}`)}
      </strong>
      <span>{from === to ? to : t("history.moved", { from, to })}</span>
      {isCompared ? (
        <KnownNow evaluation={id} />
      ) : (
        <ActionButton
          size="compact-xs"
          variant="default"
          aria-label={t("history.compareOf", { date })}
          onClick={() => setCompared(true)}
        >
          {t("history.compare")}
        </ActionButton>
      )}
    </li>
  )
}

/** What the same day would come to now, beside what it was decided on: only tiers of which something is another. */
const KnownNow = ({ evaluation }: { evaluation: string }) => {
  const { t } = useTranslation("standings")
  const found = useEndpoint(getKnownNow, { params: { evaluation } })
  return (
    <Loaded from={found}>
      {({ tiers, currency }) => {
        if (tiers === null) return <span className={classes.quiet}>{t("history.hidden")}</span>
        const others = tiers.filter(({ isOther }) => isOther)
        if (others.length === 0) return <span className={classes.quiet}>{t("history.same")}</span>
        return (
          <>
            <span className={classes.quiet}>{t("history.stays")}</span>
            {others.map(({ key, name, before, now }) => (
              <div key={key} className={classes.compared}>
                <section aria-label={`${name}, ${t("history.then")}`}>
                  <h4 className={classes.asksTitle}>
                    {name} <span className={classes.quiet}>{t("history.then")}</span>
                  </h4>
                  <Lines lines={before.lines} currency={currency} />
                </section>
                <section aria-label={`${name}, ${t("history.now")}`}>
                  <h4 className={classes.asksTitle}>
                    {name} <span className={classes.quiet}>{t("history.now")}</span>
                  </h4>
                  <Lines lines={now.lines} currency={currency} />
                </section>
              </div>
            ))}
          </>
        )
      }}
    </Loaded>
  )
}
