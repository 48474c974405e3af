import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { CommitmentView, OccurrenceView } from "#contract/commitments"
import { OccurrenceDay } from "./OccurrenceDay.tsx"
import { OccurrenceStrip } from "./OccurrenceStrip.tsx"
import classes from "./promises.module.css"
import { usePromiseWords } from "./usePromiseWords.ts"
import { dayToShow } from "./whichDay.ts"

type PromiseLineProps = {
  commitment: CommitmentView
  occurrences: readonly OccurrenceView[]
  /** Its own page. */
  to: string
}

/** One promise: what it says, its due days, and the day that is looked at: at first the one that waits for somebody. */
export const PromiseLine = ({ commitment, occurrences, to }: PromiseLineProps) => {
  const { t } = useTranslation("acts")
  const words = usePromiseWords(commitment)
  const [chosen, choose] = useState<string>()
  const shown = occurrences.find(({ id }) => id === chosen) ?? dayToShow(occurrences)
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <Anchor component={Link} to={to} c="inherit" className={classes.title}>
          {words.title}
        </Anchor>
        <span className={classes.terms}>{words.terms.join(" · ")}</span>
      </div>
      {occurrences.length > 0 ? (
        <OccurrenceStrip title={words.title} occurrences={occurrences} shown={shown?.id} onShow={choose} />
      ) : null}
      {shown ? (
        <OccurrenceDay occurrence={shown} among={occurrences} />
      ) : (
        <p className={classes.none}>{t("nothingDue")}</p>
      )}
    </li>
  )
}
