import { useTranslation } from "react-i18next"
import type { OccurrenceView } from "#contract/commitments"
import { looks } from "#marks/CommitmentStateMark"
import { useFormat } from "#ui/text"
import classes from "./OccurrenceStrip.module.css"

type StripProps = {
  title: string
  occurrences: readonly OccurrenceView[]
  shown: string | undefined
  onShow: (id: string) => void
}

/** The due days of one promise in a row, each with the shape of where it stands; choosing one shows it below. */
export const OccurrenceStrip = ({ title, occurrences, shown, onShow }: StripProps) => {
  const { t } = useTranslation(["acts", "marks"])
  const format = useFormat()
  return (
    <ol className={classes.strip} aria-label={t("acts:strip", { title })}>
      {occurrences.map(({ id, dueOn, state }) => {
        const says = `${format.date(dueOn)}: ${t(`marks:occurrence.${state}`)}`
        return (
          <li key={id}>
            <button
              type="button"
              className={classes.day}
              data-tone={looks[state].tone}
              aria-pressed={id === shown}
              aria-label={says}
              title={says}
              onClick={() => onShow(id)}
            >
              <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
                {looks[state].shape}
              </svg>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
