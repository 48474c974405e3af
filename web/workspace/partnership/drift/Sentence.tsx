import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { DriftForHost } from "#contract/drift"
import { daysBetween } from "#core/time"
import type { LaneFocus } from "#marks/DriftLanes"
import { useFormat } from "#ui/text"
import { CauseClause } from "./CauseClause.tsx"
import classes from "./drift.module.css"
import { companyOf, laneKey } from "./lanes.ts"
import { useWords } from "./useWords.ts"

type SentenceProps = {
  drift: DriftForHost
  focus: LaneFocus | undefined
  onFocus: (focus: LaneFocus | undefined) => void
}

const worthNaming = 0.05

/** What a person would say about this drift; every clause points at what it rests on. */
export const Sentence = ({ drift, focus, onFocus }: SentenceProps) => {
  const { t } = useTranslation("drift")
  const words = useWords()
  const moved = drift.lanes.filter((lane) => lane.changed && (lane.onset !== null || drift.changedSince !== null))
  const first = companyOf(drift, { partyId: drift.firstPartyId })
  const causes = drift.causes.filter(({ probability }) => probability >= worthNaming).slice(0, 3)
  return (
    <div className={classes.sentence}>
      <p className={classes.lead}>
        <Since drift={drift} />
      </p>
      {moved.length > 0 ? (
        <p>
          {first === undefined ? t(`first.${drift.firstSide ?? "undetermined"}`) : t("first.company", { name: first })}{" "}
          {moved.map((lane, index) => (
            <span key={laneKey(lane)}>
              {index > 0 ? t("then") : null}
              <FocusLink at={{ kind: "lane", key: laneKey(lane) }} focus={focus} onFocus={onFocus}>
                <SignalClause
                  name={words.signal(lane.signal, companyOf(drift, lane))}
                  before={words.value(lane.before, lane, drift.currency)}
                  after={words.value(lane.after, lane, drift.currency)}
                  on={lane.onset?.date ?? ""}
                  direction={lane.direction}
                />
              </FocusLink>
            </span>
          ))}
          .
        </p>
      ) : null}
      {causes.length > 0 ? (
        <p>
          {t((causes[0]?.probability ?? 0) >= likely ? "likely" : "noneLikely")}{" "}
          {causes.map((cause, index) => (
            <span key={cause.cause}>
              {index > 0 ? " · " : null}
              <CauseClause cause={cause} drift={drift} onFocus={onFocus} />
            </span>
          ))}
          {drift.market ? null : <span className={classes.aside}> {t("notMarket")}</span>}
        </p>
      ) : null}
    </div>
  )
}

/** Probability from which the first cause is called likely, as on the command line. */
const likely = 0.3

/** Since when, seen when, and how long before the money followed. */
const Since = ({ drift }: { drift: DriftForHost }) => {
  const { t } = useTranslation(["drift", "marks"])
  const format = useFormat()
  const { onset, changedSince, detectedOn, silentSince, lanes } = drift
  const seen = detectedOn ? t("seen", { on: format.date(detectedOn) }) : null
  if (changedSince)
    return (
      <>
        {t("marks:onset.tooEarly", { since: format.date(changedSince) })}
        {seen}.
      </>
    )
  if (onset === null) return t("driftingNow")
  const revenue = lanes.find(({ signal, changed }) => signal === "revenue" && changed)?.onset?.date
  const lead = revenue && detectedOn && revenue > detectedOn ? Math.round(daysBetween(detectedOn, revenue) / 7) : 0
  return (
    <>
      {t("since", { onset: format.date(onset.date), low: format.date(onset.low), high: format.date(onset.high) })}
      {seen}
      {lead > 0 ? t("lead", { count: lead }) : null}.{" "}
      {silentSince ? t("silent", { on: format.date(silentSince) }) : null}
    </>
  )
}

type SignalClauseProps = {
  name: string
  before: string
  after: string
  on: string
  direction: "lower" | "higher" | null
}

const SignalClause = ({ direction, on, ...levels }: SignalClauseProps) => {
  const { t } = useTranslation("drift")
  const format = useFormat()
  if (on === "") return t(direction === "higher" ? "roseUndated" : "fellUndated", levels)
  return t(direction === "higher" ? "rose" : "fell", { ...levels, on: format.day(on) })
}

type FocusLinkProps = Pick<SentenceProps, "focus" | "onFocus"> & { at: LaneFocus; children: ReactNode }

const FocusLink = ({ at, focus, onFocus, children }: FocusLinkProps) => (
  <a
    href="#drift-lanes"
    className={classes.clause}
    data-lit={(focus?.kind === at.kind && focus.key === at.key) || undefined}
    onMouseEnter={() => onFocus(at)}
    onMouseLeave={() => onFocus(undefined)}
    onFocus={() => onFocus(at)}
    onBlur={() => onFocus(undefined)}
  >
    {children}
  </a>
)
