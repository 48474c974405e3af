import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { ExpressionComplaint } from "#core/expression/shapes"
import { useComplaint } from "./complaint.tsx"
import classes from "./condition/condition.module.css"

type ConditionSaidProps = { typed: string; complaint: ExpressionComplaint | null | undefined; none: string }

/** What is wrong with a condition so far: the place, and what was expected there. `complaint` is undefined until that is known. */
export const ConditionSaid = ({ typed, complaint, none }: ConditionSaidProps) => {
  const { t } = useTranslation("attention")
  const sentence = useComplaint()
  if (typed === "")
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    )
  const end = complaint ? Math.max(complaint.to, complaint.from + 1) : 0
  return (
    <div role="status" className={classes.said}>
      {complaint ? (
        <>
          <code className={classes.place}>
            {typed.slice(0, complaint.from)}
            <mark>{typed.slice(complaint.from, end) || " "}</mark>
            {typed.slice(end)}
          </code>
          <p>{sentence(complaint)}</p>
        </>
      ) : complaint === null ? (
        <p>{t("fits")}</p>
      ) : null}
    </div>
  )
}
