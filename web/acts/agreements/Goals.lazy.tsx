import { SimpleGrid } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useToday } from "#client/useToday"
import type { DraftView } from "#contract/agreements"
import { RampCurve } from "#marks/RampCurve"
import { useFormat } from "#ui/text"
import classes from "./review.module.css"
import { useClauseWords } from "./useClauseWords.ts"

/** Each objective with the curve it would follow. */
const Goals = ({ draft: { content, curves, validFrom, clauses } }: { draft: DraftView }) => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  const today = useToday()
  const clauseWords = useClauseWords(clauses)
  return (
    <SimpleGrid id="goals" cols={{ base: 1, lg: 2 }} spacing={28} verticalSpacing={20}>
      {content.objectives.map(({ title, target, unit, ramp = "linear", reading, clause, clauseKey }, index) => {
        const write = (value: number) => format.quantity(value, unit)
        const points = (curves[index] ?? []).map((point) => ({ ...point, actual: null }))
        const last = points.at(-1)
        const words =
          last === undefined
            ? t("review.goalWithoutEnd", { target: write(target) })
            : reading === "rate" && validFrom !== null
              ? t("review.goalRate", {
                  target: write(target),
                  from: format.date(validFrom),
                  total: write(last.target),
                  date: format.date(last.on),
                  ramp: t(`ramp.${ramp}`),
                })
              : t("review.goal", { target: write(target), date: format.date(last.on), ramp: t(`ramp.${ramp}`) })
        return (
          <article key={`${title} ${unit} ${target}`} id={`objectives-${index}`}>
            <h3 className={classes.name}>{title}</h3>
            <p className={classes.soft}>{[words, ...clauseWords({ clause, clauseKey })].join(" · ")}</p>
            {last === undefined ? null : (
              <RampCurve
                label={`${title}: ${words}`}
                points={points}
                asOf={today}
                write={write}
                isStepped={ramp === "quarterly_steps"}
                height={170}
              />
            )}
          </article>
        )
      })}
    </SimpleGrid>
  )
}

export default Goals
