import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import type { Clause, DriftForHost } from "#contract/drift"
import type { LaneFocus } from "#marks/DriftLanes"
import { useFormat } from "#ui/text"
import { CauseClause } from "./CauseClause.tsx"
import classes from "./drift.module.css"
import { FocusLink } from "./FocusLink.tsx"
import { laneKey } from "./lanes.ts"
import { useClauses } from "./useWords.ts"

type SentenceProps = {
  drift: DriftForHost
  focus: LaneFocus | undefined
  onFocus: (focus: LaneFocus | undefined) => void
}

type Causes = Extract<Clause, { key: "likely-causes" | "possible-causes" }>
type Told = Extract<Clause, { key: "signal" | "act" }>

const isTold = (clause: Clause): clause is Told => clause.key === "signal" || clause.key === "act"
const isCauses = (clause: Clause): clause is Causes =>
  clause.key === "likely-causes" || clause.key === "possible-causes"

/** What a person would say about this drift, clause by clause as the engine gives them; every clause points at what it rests on. */
export const Sentence = ({ drift, focus, onFocus }: SentenceProps) => {
  const { t } = useTranslation("drift")
  const format = useFormat()
  const { clause } = useClauses(drift)
  const causes = drift.clauses.find(isCauses)
  const story = drift.clauses.filter(isTold)
  const whose = drift.clauses.find(({ key }) => key === "first-side")
  const lead = drift.clauses.filter((one) => !isTold(one) && !isCauses(one) && one !== whose)
  return (
    <div className={classes.sentence}>
      <p className={classes.lead}>{format.sentences(lead.map((one) => clause(one)))}</p>
      {story.length > 0 ? (
        <p>
          {whose ? `${clause(whose)}${format.gap}` : null}
          {story.map((one, index) => {
            const at = placeOf(one)
            const text = index === 0 && !whose ? capitalised(clause(one)) : clause(one)
            return (
              <Fragment key={at.key}>
                {one.joint === "first" ? null : t(`joint.${one.joint}`)}
                <FocusLink at={at} focus={focus} onFocus={onFocus}>
                  {text}
                </FocusLink>
              </Fragment>
            )
          })}
          {format.stop}
        </p>
      ) : null}
      {causes ? (
        <p>
          {t(causes.key === "likely-causes" ? "likely" : "noneLikely")}
          {format.gap}
          {causes.causes.map((cause, index) => (
            <span key={cause.cause}>
              {index > 0 ? " · " : null}
              <CauseClause cause={cause} drift={drift} onFocus={onFocus} />
            </span>
          ))}
        </p>
      ) : null}
    </div>
  )
}

const placeOf = (told: Told): LaneFocus =>
  told.key === "signal" ? { kind: "lane", key: laneKey(told) } : { kind: "event", key: told.event.id ?? "" }

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
