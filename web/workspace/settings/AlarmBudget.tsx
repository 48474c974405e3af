import { Input, SegmentedControl } from "@mantine/core"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"

type AlarmBudgetProps = {
  /** False drift alarms tolerated per partnership and year. */
  value: number
  onChange: (falseAlarmsPerYear: number) => void
  error?: ReactNode
  /** Why this cannot be changed now. */
  disabledReason?: string | undefined
}

const choices = { quiet: 0.02, balanced: 0.05, early: 0.1 } as const
const names = Object.keys(choices) as (keyof typeof choices)[]

/** How many false alarms of drift one bears, in words; a budget set elsewhere is kept and shown as a choice of its own. */
export const AlarmBudget = ({ value, onChange, error, disabledReason }: AlarmBudgetProps) => {
  const { t } = useTranslation("settings")
  const format = useFormat()
  const chosen = names.find((name) => choices[name] === value)
  const years = format.number(1 / value)
  return (
    <Input.Wrapper
      label={t("budget.label")}
      labelElement="div"
      description={disabledReason ?? t(`budget.hint.${chosen ?? "own"}`, { years })}
      error={error}
      inputWrapperOrder={["label", "input", "description", "error"]}
    >
      <SegmentedControl
        mt={4}
        fullWidth
        aria-label={t("budget.label")}
        value={chosen ?? "own"}
        onChange={(name) => onChange(name === "own" ? value : choices[name as keyof typeof choices])}
        readOnly={disabledReason !== undefined}
        data={[
          ...names.map((name) => ({ value: name, label: t(`budget.${name}`) })),
          ...(chosen === undefined ? [{ value: "own", label: t("budget.own") }] : []),
        ]}
      />
    </Input.Wrapper>
  )
}
