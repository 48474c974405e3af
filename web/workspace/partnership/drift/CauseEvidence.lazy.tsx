import { Popover, UnstyledButton } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { DriftForHost } from "#contract/drift"
import type { LaneFocus } from "#marks/DriftLanes"
import { useFormat } from "#ui/text"
import classes from "./drift.module.css"
import { companyOf, laneKey } from "./lanes.ts"
import { type DriftCause, useWords } from "./useWords.ts"

type CauseEvidenceProps = {
  cause: Pick<DriftCause, "cause" | "probability">
  drift: DriftForHost
  onFocus: (focus: LaneFocus | undefined) => void
}

/** The weeks and events that speak for a cause, opened at it. */
const CauseEvidence = ({ cause, drift, onFocus }: CauseEvidenceProps) => {
  const { t } = useTranslation("drift")
  const words = useWords(drift)
  const format = useFormat()
  const name = words.cause(cause.cause)
  const evidence = drift.causes.find((one) => one.cause === cause.cause)?.evidence ?? []
  return (
    <Popover defaultOpened width={340} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton component="button" type="button" className={classes.clause}>
          {t("causeWith", { cause: name, share: format.percent(cause.probability) })}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("evidenceFor", { cause: name })}>
        <p className={classes.evidenceTitle}>{t("evidenceFor", { cause: name })}</p>
        {evidence.length === 0 ? <p className={classes.aside}>{t("evidenceNone")}</p> : null}
        <ul className={classes.evidence}>
          {evidence.map((each) => {
            const lane =
              "signal" in each
                ? drift.lanes.find(({ signal, partyId }) => signal === each.signal && partyId === each.partyId)
                : undefined
            const focus: LaneFocus =
              "signal" in each
                ? { kind: "lane", key: lane ? laneKey(lane) : each.signal }
                : { kind: "event", key: each.id ?? "" }
            return (
              <li key={focus.key}>
                <button
                  type="button"
                  className={classes.clause}
                  onFocus={() => onFocus(focus)}
                  onBlur={() => onFocus(undefined)}
                  onMouseEnter={() => onFocus(focus)}
                  onMouseLeave={() => onFocus(undefined)}
                >
                  {"signal" in each
                    ? t("evidenceWeeks", {
                        signal: words.signal(each.signal, companyOf(drift, each)),
                        before: words.value(each.before, lane ?? unknownLane(each)),
                        after: words.value(each.after, lane ?? unknownLane(each)),
                        from: words.day(each.from),
                        to: words.day(each.to),
                      })
                    : t("evidenceEvent", {
                        event: words.event({
                          kind: each.event,
                          note: drift.events.find(({ id }) => id === each.id)?.note ?? "",
                        }),
                        on: words.day(each.occurredOn),
                      })}
                </button>
              </li>
            )
          })}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Weeks of a signal that is no lane any more. */
const unknownLane = ({ signal }: Readonly<{ signal: string }>) => ({ signal, kind: "amount" as const })

export default CauseEvidence
