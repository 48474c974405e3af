import { ActionIcon, Fieldset, Group, MultiSelect, SimpleGrid } from "@mantine/core"
import type { UseFormReturnType } from "@mantine/form"
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { memberRoles, partnerRoles } from "#core/actor"
import { CheckField, TextField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"
import { SelectField } from "#ui/SelectField"
import type { PlanValues } from "./draft.ts"
import { StepOpens } from "./StepOpens.tsx"

type StepFieldsProps = {
  form: UseFormReturnType<PlanValues>
  at: number
  isNew: boolean
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onRemove: (() => void) | undefined
}

const fromStart = ""

/** One step of a plan: what, who, so long after what. */
export const StepFields = ({ form, at, isNew, ...moves }: StepFieldsProps) => {
  const { t } = useTranslation("tasks")
  const { steps } = form.values
  const step = steps[at]
  if (!step) return null
  const number = at + 1
  const field = (name: string) => form.getInputProps(`steps.${at}.${name}`)
  const others = steps
    .filter(({ key }) => key !== step.key)
    .map(({ key, title }) => ({
      value: key,
      label: title || t("templates.step", { number: steps.findIndex((each) => each.key === key) + 1 }),
    }))
  const roles = step.side === "host" ? memberRoles : partnerRoles
  return (
    <Fieldset legend={t("templates.step", { number })}>
      <TextField
        label={t("templates.stepTitle")}
        maxLength={200}
        {...(isNew ? { autoFocus: true } : {})}
        {...field("title")}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
        <SelectField
          label={t("templates.side")}
          data={(["host", "partner"] as const).map((value) => ({ value, label: t(`templates.${value}`) }))}
          value={step.side}
          onChange={(side) => {
            form.setFieldValue(`steps.${at}.side`, side as "host")
            form.setFieldValue(`steps.${at}.role`, "")
          }}
        />
        <SelectField
          label={t("templates.role")}
          description={t("templates.roleHint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          data={[
            { value: "", label: t(step.side === "host" ? "templates.roleOwner" : "templates.roleNobody") },
            ...roles.map((value) => ({ value, label: t(`memberRole.${value}`) })),
          ]}
          {...field("role")}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }} mt="xs">
        <NumberField label={t("form.count")} min={0} max={999} {...field("count")} />
        <SelectField
          label={t("form.unit")}
          data={(["workdays", "days"] as const).map((value) => ({ value, label: t(`form.units.${value}`) }))}
          {...field("unit")}
        />
        <SelectField
          label={t("templates.after")}
          data={[{ value: fromStart, label: t("templates.start") }, ...others]}
          {...field("after")}
        />
      </SimpleGrid>
      <MultiSelect
        mt="xs"
        label={t("templates.waitsFor")}
        maxValues={19}
        data={others.filter(({ value }) => value !== step.after)}
        {...field("waitsFor")}
      />
      {step.isPrivate && step.side === "host" ? null : <StepOpens form={form} at={at} />}
      <Group justify="space-between" mt="sm">
        <Group gap="md">
          <CheckField
            label={t("templates.optional")}
            {...form.getInputProps(`steps.${at}.isOptional`, { type: "checkbox" })}
          />
          <CheckField
            label={t("templates.needsEvidence")}
            {...form.getInputProps(`steps.${at}.needsEvidence`, { type: "checkbox" })}
          />
          {step.side === "host" ? (
            <CheckField
              label={t("templates.private")}
              {...form.getInputProps(`steps.${at}.isPrivate`, { type: "checkbox" })}
            />
          ) : null}
        </Group>
        <Moves number={number} {...moves} />
      </Group>
    </Fieldset>
  )
}

const Moves = ({
  number,
  onUp,
  onDown,
  onRemove,
}: { number: number } & Pick<StepFieldsProps, "onUp" | "onDown" | "onRemove">) => {
  const { t } = useTranslation("tasks")
  return (
    <Group gap={4}>
      {onUp ? (
        <ActionIcon variant="subtle" color="gray" aria-label={t("templates.up", { number })} onClick={onUp}>
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
      ) : null}
      {onDown ? (
        <ActionIcon variant="subtle" color="gray" aria-label={t("templates.down", { number })} onClick={onDown}>
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
      ) : null}
      {onRemove ? (
        <ActionIcon variant="subtle" color="gray" aria-label={t("templates.remove", { number })} onClick={onRemove}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      ) : null}
    </Group>
  )
}
