import { Stack } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { useTranslation } from "react-i18next"
import { ConditionField } from "#acts/ConditionField"
import { ConditionSaid } from "#acts/ConditionSaid"
import { useEndpoint } from "#client/useEndpoint"
import { checkApprovalCondition } from "#contract/approvals"

/** One condition that speaks for itself, of each act. */
const examples: Readonly<Record<string, string>> = {
  "agreement.termination": "value > EUR(100000) || daysGiven < noticeDays",
  "agreement.signing": "margin > 20 || liabilityChanged",
}

type StepConditionProps = {
  approvable: string
  disabledReason: string | undefined
  field: { value?: unknown }
}

/** When a step is needed; what is wrong with it is said while it is written. */
export const StepCondition = ({ approvable, disabledReason, field }: StepConditionProps) => {
  const { t } = useTranslation("approvals")
  const [typed] = useDebouncedValue(String(field.value ?? "").trim(), 300)
  const checked = useEndpoint(
    checkApprovalCondition,
    { query: { approvable, expression: typed } },
    { isEnabled: typed !== "" && typed.length <= 2_000, keepsPrevious: true },
  )
  return (
    <Stack gap={4} mt="md">
      <ConditionField
        label={t("rule.condition")}
        description={t("rule.conditionHint", { example: examples[approvable] ?? "value > EUR(100000)" })}
        disabledReason={disabledReason}
        minRows={2}
        maxLength={2_000}
        {...(field as object)}
      />
      <ConditionSaid typed={typed} complaint={checked.data?.complaint} none={t("rule.conditionNone")} />
    </Stack>
  )
}
