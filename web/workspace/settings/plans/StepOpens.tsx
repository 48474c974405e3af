import { ActionIcon, Button, Group, Stack } from "@mantine/core"
import type { UseFormReturnType } from "@mantine/form"
import { IconTrash } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { CheckField, TextField } from "#ui/fields"
import type { PlanValues } from "./draft.ts"

const mostResources = 9

/** What a step opens for the partner once it is done: registering deals, and things to read. */
export const StepOpens = ({ form, at }: { form: UseFormReturnType<PlanValues>; at: number }) => {
  const { t } = useTranslation("tasks")
  const resources = form.values.steps[at]?.resources ?? []
  const set = (next: typeof resources) => form.setFieldValue(`steps.${at}.resources`, next)
  const number = at + 1
  return (
    <Stack gap="xs" mt="sm">
      <CheckField
        label={t("templates.opensRegistration")}
        {...form.getInputProps(`steps.${at}.opensRegistration`, { type: "checkbox" })}
      />
      {resources.map((_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is being written has no name yet
        <Group key={place} gap="xs" align="flex-end">
          <TextField
            label={t("templates.resourceName")}
            maxLength={120}
            {...form.getInputProps(`steps.${at}.resources.${place}.name`)}
          />
          <TextField
            label={t("templates.resourceLink")}
            type="url"
            placeholder="https://"
            {...form.getInputProps(`steps.${at}.resources.${place}.link`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            mb={4}
            aria-label={t("templates.removeResource", { number, name: resources[place]?.name ?? "" })}
            onClick={() => set(resources.filter((_each, other) => other !== place))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {resources.length < mostResources ? (
        <Button variant="subtle" size="xs" w="fit-content" onClick={() => set([...resources, { name: "", link: "" }])}>
          {t("templates.addResource")}
        </Button>
      ) : null}
    </Stack>
  )
}
