import { Button, Fieldset, MultiSelect, SimpleGrid, Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { ConditionNames } from "#acts/ConditionNames"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { useModuleTexts } from "#client/useModuleTexts"
import { type ApprovalRule, type RuleStep, setApprovalRule } from "#contract/approvals"
import { getWorkspace } from "#contract/workspaces"
import { type MemberRole, memberRoles } from "#core/actor"
import { minorPerMajor } from "#core/money"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"
import { SelectField } from "#ui/SelectField"
import { StepCondition } from "./StepCondition.tsx"

type Draft = {
  key: string
  name: string
  from: number | string
  currency: string
  condition: string
  by: "role" | "people" | Post
  role: string
  userIds: string[]
  needs: "one" | "all"
}

type Member = { userId: string; name: string }

type Post = NonNullable<RuleStep["post"]>

const draftOf = (
  { name, from, condition = "", userIds, role, post, needs = "one" }: RuleStep,
  currency: string,
): Draft => ({
  ...{
    key: crypto.randomUUID(),
    name,
    needs,
    userIds: [...(userIds ?? [])],
    by: post ?? (userIds ? "people" : "role"),
  },
  ...{ condition, role: role ?? "owner", currency: from?.currency ?? currency },
  from: from ? from.amountMinor / minorPerMajor(from.currency) : "",
})

const stepOf = ({ name, from, condition, currency, by, role, userIds, needs }: Draft): RuleStep => ({
  ...{ name, needs },
  ...(from === "" ? {} : { from: { amountMinor: Math.round(Number(from) * minorPerMajor(currency)), currency } }),
  ...(condition.trim() === "" ? {} : { condition: condition.trim() }),
  ...(by === "role" ? { role: role as MemberRole } : by === "people" ? { userIds } : { post: by }),
})

/** The steps of one act's approval, in their order; without any, nobody has to approve it. */
export const RuleForm = ({ rule, members }: { rule: ApprovalRule; members: readonly Member[] }) => {
  const { t } = useTranslation("approvals")
  const currency = useEndpoint(getWorkspace, {}).data?.currency ?? "EUR"
  const { form, sending } = useActForm<typeof setApprovalRule, { steps: Draft[] }>(setApprovalRule, {
    initialValues: { steps: rule.steps.map((step) => draftOf(step, currency)) },
    validate: {
      steps: {
        name: (name) => (name.trim() === "" ? t("rule.nameNeeded") : null),
        userIds: (userIds, { steps }, path) =>
          steps[Number(path.split(".")[1])]?.by === "people" && userIds.length === 0 ? t("rule.peopleNeeded") : null,
      },
    },
    argsOf: ({ steps }) => ({
      ifMatch: rule.version,
      input: { approvable: rule.kind, steps: steps.map(stepOf) },
    }),
    done: () => t("rule.saved"),
  })
  const { steps } = form.values
  const reason = reasonOf(rule.abilities.edit)
  const say = useModuleTexts("approvable")
  const nameOf = (name: string) => say(`fact.${rule.kind.replaceAll(".", "_")}.${name}`, "")
  const add = () => form.setFieldValue("steps", [...steps, draftOf({ name: "", role: "owner" }, currency)])
  return (
    <Form
      {...sending}
      submit={t("rule.save")}
      disabledReason={reason}
      aside={
        steps.length < 5 ? (
          <Button variant="default" onClick={add}>
            {t("rule.add")}
          </Button>
        ) : undefined
      }
    >
      {steps.length === 0 ? <Text c="dimmed">{t("rule.off")}</Text> : null}
      {steps.map((step, at) => (
        <Fieldset key={step.key} legend={t("rule.step", { number: at + 1 })}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextField label={t("rule.name")} maxLength={80} {...form.getInputProps(`steps.${at}.name`)} />
            <NumberField
              label={t("rule.from", { currency: step.currency })}
              description={t("rule.fromHint")}
              inputWrapperOrder={["label", "input", "description", "error"]}
              min={0}
              max={1e12}
              {...form.getInputProps(`steps.${at}.from`)}
            />
            <SelectField
              label={t("rule.who")}
              data={[
                { value: "role", label: t("rule.byRole") },
                { value: "people", label: t("rule.byPeople") },
                { value: "owner", label: t("rule.byOwner") },
                { value: "sponsor", label: t("rule.bySponsor") },
              ]}
              {...form.getInputProps(`steps.${at}.by`)}
            />
            {step.by === "role" ? (
              <SelectField
                label={t("rule.role")}
                data={memberRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
                {...form.getInputProps(`steps.${at}.role`)}
              />
            ) : step.by === "people" ? (
              <MultiSelect
                label={t("rule.people")}
                searchable
                maxValues={20}
                data={members.map(({ userId, name }) => ({ value: userId, label: name }))}
                {...form.getInputProps(`steps.${at}.userIds`)}
              />
            ) : null}
            <SelectField
              label={t("rule.needs")}
              data={(["one", "all"] as const).map((value) => ({ value, label: t(`rule.${value}`) }))}
              {...form.getInputProps(`steps.${at}.needs`)}
            />
          </SimpleGrid>
          {rule.complaints.some((each) => each.step === at && rule.steps[at]?.condition === step.condition) ? (
            <Text size="sm" role="status">
              {t("rule.conditionStale")}
            </Text>
          ) : null}
          <StepCondition
            approvable={rule.kind}
            disabledReason={reason}
            field={form.getInputProps(`steps.${at}.condition`)}
          />
          <Button
            mt="sm"
            size="xs"
            variant="subtle"
            color="gray"
            onClick={() =>
              form.setFieldValue(
                "steps",
                steps.filter(({ key }) => key !== step.key),
              )
            }
          >
            {t("rule.remove", { number: at + 1 })}
          </Button>
        </Fieldset>
      ))}
      {steps.length === 0 ? null : <ConditionNames words={rule} label={nameOf} />}
    </Form>
  )
}
