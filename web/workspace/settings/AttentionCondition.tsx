import { Text } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { useTranslation } from "react-i18next"
import { ConditionField } from "#acts/ConditionField"
import { ConditionNames } from "#acts/ConditionNames"
import { ConditionSaid } from "#acts/ConditionSaid"
import { useComplaint } from "#acts/complaint"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import {
  type AttentionCondition as Condition,
  checkAttentionCondition,
  getAttentionCondition,
  setAttentionCondition,
} from "#contract/conditions"
import { Form } from "#ui/Form"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"

const example = "overdueOurs > 2 || (drifting && daysToNotice < 90)"

/** When a partnership needs attention, in the workspace's own words; what is wrong with them is said while they are written. */
export const AttentionCondition = () => {
  const { t } = useTranslation("attention")
  const condition = useEndpoint(getAttentionCondition, {})
  return (
    <Panel title={t("title")} hint={t("hint")} visibility="host">
      <Loaded from={condition}>{(known) => <Edit key={known.version} condition={known} />}</Loaded>
    </Panel>
  )
}

const Edit = ({ condition }: { condition: Condition }) => {
  const { t } = useTranslation("attention")
  const sentence = useComplaint()
  const { expression, complaint, version, abilities } = condition
  const { form, sending } = useActForm(setAttentionCondition, {
    initialValues: { expression: expression ?? "" },
    argsOf: (input) => ({ input, ifMatch: version }),
    done: ({ expression: kept }) => t(kept === null ? "removed" : "saved"),
  })
  const forbidden = reasonOf(abilities.edit)
  return (
    <Form {...sending} submit={t("submit")} disabledReason={forbidden}>
      {complaint ? (
        <Text size="sm" role="status">
          {t("stale", { why: sentence(complaint) })}
        </Text>
      ) : null}
      <ConditionField
        label={t("field")}
        description={t("example", { example })}
        disabledReason={forbidden}
        {...form.getInputProps("expression")}
      />
      <WhileTyping expression={form.values.expression} />
      <Names condition={condition} />
    </Form>
  )
}

/** What is wrong so far. */
const WhileTyping = ({ expression }: { expression: string }) => {
  const { t } = useTranslation("attention")
  const [typed] = useDebouncedValue(expression.trim(), 300)
  const checked = useEndpoint(
    checkAttentionCondition,
    { query: { expression: typed } },
    { isEnabled: typed !== "" && typed.length <= 2_000, keepsPrevious: true },
  )
  return <ConditionSaid typed={typed} complaint={checked.data?.complaint} none={t("none")} />
}

const Names = ({ condition }: { condition: Condition }) => {
  const { t, i18n } = useTranslation("attention")
  const label = (name: string) => (i18n.exists(`name.${name}`, { ns: "attention" }) ? t(`name.${name as "tier"}`) : "")
  return <ConditionNames words={condition} label={label} />
}
