import { Collapse, Text, UnstyledButton } from "@mantine/core"
import { useDebouncedValue, useDisclosure } from "@mantine/hooks"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import {
  type AttentionCondition as Condition,
  checkAttentionCondition,
  getAttentionCondition,
  setAttentionCondition,
} from "#contract/conditions"
import type { ExpressionComplaint } from "#core/expression/shapes"
import { Form } from "#ui/Form"
import { AreaField } from "#ui/fields"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import classes from "./AttentionCondition.module.css"

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
  const sentence = useSentence()
  const { expression, complaint, version, abilities } = condition
  const { form, sending } = useActForm(setAttentionCondition, {
    initialValues: { expression: expression ?? "" },
    argsOf: (input) => ({ input, ifMatch: version }),
    done: ({ expression: kept }) => t(kept === null ? "removed" : "saved"),
  })
  const forbidden = reasonOf(abilities.edit, setAttentionCondition)
  return (
    <Form {...sending} submit={t("submit")} disabledReason={forbidden}>
      {complaint ? (
        <Text size="sm" role="status">
          {t("stale", { why: sentence(complaint) })}
        </Text>
      ) : null}
      <AreaField
        label={t("field")}
        description={t("example", { example })}
        disabledReason={forbidden}
        spellCheck={false}
        classNames={{ input: classes.code }}
        {...form.getInputProps("expression")}
      />
      <WhileTyping expression={form.values.expression} />
      <Names condition={condition} />
    </Form>
  )
}

/** What is wrong so far: the place, and what was expected there. */
const WhileTyping = ({ expression }: { expression: string }) => {
  const { t } = useTranslation("attention")
  const sentence = useSentence()
  const [typed] = useDebouncedValue(expression.trim(), 300)
  const checked = useEndpoint(
    checkAttentionCondition,
    { query: { expression: typed } },
    { isEnabled: typed !== "" && typed.length <= 2_000, keepsPrevious: true },
  )
  if (typed === "")
    return (
      <Text size="sm" c="dimmed">
        {t("none")}
      </Text>
    )
  const complaint = checked.data?.complaint
  return (
    <div role="status" className={classes.said}>
      {complaint ? (
        <>
          <code className={classes.place}>
            {typed.slice(0, complaint.from)}
            <mark>{typed.slice(complaint.from, Math.max(complaint.to, complaint.from + 1)) || " "}</mark>
            {typed.slice(Math.max(complaint.to, complaint.from + 1))}
          </code>
          <p>{sentence(complaint)}</p>
        </>
      ) : checked.data ? (
        <p>{t("fits")}</p>
      ) : null}
    </div>
  )
}

const useSentence = () => {
  const { t } = useTranslation("attention")
  return ({ reason, found, expected }: ExpressionComplaint) => t(`complaint.${reason}`, { found, expected })
}

const Names = ({ condition: { variables, functions } }: { condition: Condition }) => {
  const { t, i18n } = useTranslation("attention")
  const [isOpen, { toggle }] = useDisclosure(false)
  const label = (name: string) => (i18n.exists(`name.${name}`, { ns: "attention" }) ? t(`name.${name as "tier"}`) : "")
  return (
    <div>
      <UnstyledButton className={classes.open} aria-expanded={isOpen} onClick={toggle}>
        {t("names")}
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <dl className={classes.names}>
          {variables.map(({ name, type }) => (
            <div key={name}>
              <dt>
                <code>{name}</code> <span>{type}</span>
              </dt>
              <dd>{label(name)}</dd>
            </div>
          ))}
        </dl>
        <p className={classes.functions}>
          {t("functions")}: {functions.map(({ name }) => name).join(", ")}
        </p>
      </Collapse>
    </div>
  )
}
