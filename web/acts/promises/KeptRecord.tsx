import { useTranslation } from "react-i18next"
import type { OccurrenceView } from "#contract/commitments"
import { looks } from "#marks/CommitmentStateMark"
import { Panel } from "#ui/Panel"
import { DateText, Unknown } from "#ui/text"
import classes from "./KeptRecord.module.css"
import { OccurrenceStrip } from "./OccurrenceStrip.tsx"

type KeptRecordProps = {
  title: string
  occurrences: readonly OccurrenceView[]
  older: number
  shown: string | undefined
  onShow: (id: string) => void
}

/** A promise's due days year by year, each with the shape of what became of it, what the shapes mean, and the same as a table. */
export const KeptRecord = ({ title, occurrences, older, shown, onShow }: KeptRecordProps) => {
  const { t } = useTranslation(["promises", "marks"])
  const years = [...Map.groupBy(occurrences, ({ dueOn }) => dueOn.slice(0, 4))]
  return (
    <Panel
      title={t("record.title")}
      hint={older > 0 ? `${t("record.hint")} ${t("record.older", { count: older })}` : t("record.hint")}
    >
      {occurrences.length === 0 ? <p className={classes.none}>{t("record.none")}</p> : null}
      <dl className={classes.years}>
        {years.map(([year, days]) => (
          <div key={year} className={classes.year}>
            <dt className="numbers">{year}</dt>
            <dd>
              <OccurrenceStrip title={`${title}, ${year}`} occurrences={days} shown={shown} onShow={onShow} />
            </dd>
          </div>
        ))}
      </dl>
      {occurrences.length === 0 ? null : (
        <>
          <Legend occurrences={occurrences} />
          <details className={classes.table}>
            <summary>{t("record.table")}</summary>
            <Table occurrences={occurrences} caption={title} />
          </details>
        </>
      )}
    </Panel>
  )
}

/** What each shape in the picture means, and how often it is there. */
const Legend = ({ occurrences }: { occurrences: readonly OccurrenceView[] }) => {
  const { t } = useTranslation(["promises", "marks"])
  const counts = Map.groupBy(occurrences, ({ state }) => state)
  return (
    <ul className={classes.legend} aria-label={t("record.legend")}>
      {[...counts].map(([state, days]) => (
        <li key={state} data-tone={looks[state].tone}>
          <svg viewBox="0 0 14 14" width="13" height="13" aria-hidden="true">
            {looks[state].shape}
          </svg>
          {t(`marks:occurrence.${state}`)} <span className="numbers">{days.length}</span>
        </li>
      ))}
    </ul>
  )
}

const Table = ({ occurrences, caption }: { occurrences: readonly OccurrenceView[]; caption: string }) => {
  const { t } = useTranslation(["promises", "marks"])
  return (
    <div className={classes.scroll}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {(["due", "state", "closed", "evidence", "note"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {occurrences.toReversed().map(({ id, dueOn, state, closedOn, evidence, note }) => (
            <tr key={id}>
              <th scope="row">
                <DateText on={dueOn} />
              </th>
              <td>{t(`marks:occurrence.${state}`)}</td>
              <td>
                <DateText on={closedOn} />
              </td>
              <td className="numbers">{evidence.length}</td>
              <td>{note ?? <Unknown />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
