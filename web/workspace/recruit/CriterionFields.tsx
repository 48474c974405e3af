import { ActionIcon, Fieldset, Group, SimpleGrid, Stack } from "@mantine/core"
import type { UseFormReturnType } from "@mantine/form"
import { IconTrash } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { dimensions, levels } from "#contract/recruitment"
import { CheckField, TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import classes from "./Criterion.module.css"
import type { Values } from "./typed.ts"

type CriterionProps = {
  form: UseFormReturnType<Values>
  place: number
  reason: string | undefined
  /** What its weight is of all weights, in words. */
  share: string
}

/** One question with a sentence for each level; the sentences are folded away until somebody looks. */
export const CriterionFields = ({ form, place, reason, share }: CriterionProps) => {
  const { t } = useTranslation("recruit")
  const at = `criteria.${place}`
  const { question } = form.values.criteria[place] ?? { question: "" }
  const locked = { disabledReason: reason }
  return (
    <Fieldset legend={t("criterion", { number: place + 1 })}>
      <Stack gap="sm">
        <TextField label={t("question")} {...locked} {...form.getInputProps(`${at}.question`)} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <SelectField
            label={t("dimension.label")}
            data={dimensions.map((value) => ({ value, label: t(`dimension.${value}`) }))}
            {...locked}
            {...form.getInputProps(`${at}.dimension`)}
          />
          <TextField
            label={t("weight")}
            inputMode="numeric"
            description={t("weightIs", { share })}
            {...locked}
            {...form.getInputProps(`${at}.weight`)}
          />
        </SimpleGrid>
        <Group justify="space-between">
          <CheckField
            label={t("knockOut")}
            {...locked}
            {...form.getInputProps(`${at}.isKnockOut`, { type: "checkbox" })}
          />
          {reason === undefined ? (
            <ActionIcon
              aria-label={t("removeOf", { question })}
              title={t("remove")}
              onClick={() => form.removeListItem("criteria", place)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          ) : null}
        </Group>
        <details>
          <summary className={classes.fold}>{t("anchors")}</summary>
          <Stack gap="xs" mt="xs">
            {levels.map((level, each) => (
              <TextField
                key={level}
                label={String(level)}
                {...locked}
                {...form.getInputProps(`${at}.anchors.${each}`)}
              />
            ))}
          </Stack>
        </details>
      </Stack>
    </Fieldset>
  )
}
