import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { useActForm } from "#client/useActForm"
import { reopenTask, skipTask } from "#contract/tasks"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"
import type { ActedTask } from "./acted.ts"

/** Leaves a task out, and says why. */
const SkipTask = ({ task, onClose }: { task: ActedTask; onClose: () => void }) => {
  const { t } = useTranslation("tasks")
  const params = { task: task.id }
  const { form, sending } = useActForm(skipTask, {
    initialValues: { reason: "" },
    validate: { reason: (reason) => (reason.trim() === "" ? t("skip.reasonNeeded") : null) },
    argsOf: (input) => ({ params, input }),
    done: ({ title }) => t("done.skipped", { title }),
    undo: () => act(reopenTask, { params }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("skip.title")} submit={t("act.skip")} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t("skip.what", { title: task.title })}
      </Text>
      <AreaField label={t("skip.reason")} data-autofocus {...form.getInputProps("reason")} />
    </FormDialog>
  )
}

export default SkipTask
