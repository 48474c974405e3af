import { ActionIcon, Button, Fieldset, Group, SimpleGrid, Stack } from "@mantine/core"
import type { UseFormReturnType } from "@mantine/form"
import { IconTrash } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { mostRequirements } from "#contract/programs"
import { AreaField, TextField } from "#ui/fields"
import { RequirementFields } from "./RequirementFields.tsx"
import { anotherRequirement, type Values } from "./typed.ts"

type TierProps = { form: UseFormReturnType<Values>; place: number; reason: string | undefined }

/** One tier: what it is called, what it asks for and what it gives. */
export const TierFields = ({ form, place, reason }: TierProps) => {
  const { t } = useTranslation("programs")
  const at = `tiers.${place}`
  const tier = form.values.tiers[place]
  const locked = { disabledReason: reason }
  if (!tier) return null
  const { requirements, name } = tier
  return (
    <Fieldset legend={t("tierNumber", { number: place + 1 })}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField label={t("tierName")} {...locked} {...form.getInputProps(`${at}.name`)} />
          <TextField label={t("discount")} inputMode="decimal" {...locked} {...form.getInputProps(`${at}.discount`)} />
        </SimpleGrid>
        <AreaField
          label={t("gives")}
          description={t("givesHint")}
          minRows={2}
          {...locked}
          {...form.getInputProps(`${at}.gives`)}
        />
        {requirements.map((requirement, number) => (
          <RequirementFields key={requirement.key} {...{ form, reason }} place={number} at={`${at}.requirements`} />
        ))}
        <Group justify="space-between">
          {reason === undefined && requirements.length < mostRequirements ? (
            <Button
              size="xs"
              variant="default"
              onClick={() => form.insertListItem(`${at}.requirements`, anotherRequirement(requirements))}
            >
              {t("addRequirement")}
            </Button>
          ) : null}
          {reason === undefined ? (
            <ActionIcon
              aria-label={t("removeOf", { name })}
              title={t("remove")}
              onClick={() => form.removeListItem("tiers", place)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          ) : null}
        </Group>
      </Stack>
    </Fieldset>
  )
}
