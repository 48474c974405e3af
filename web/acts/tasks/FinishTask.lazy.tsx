import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { useActForm } from "#client/useActForm"
import { useToday } from "#client/useToday"
import { finishTask, reopenTask } from "#contract/tasks"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, DateField, TextField } from "#ui/fields"
import type { ActedTask } from "./acted.ts"

/** Says that a task was done on another day than today, or with what shows it. */
const FinishTask = ({ task, onClose }: { task: ActedTask; onClose: () => void }) => {
  const { t } = useTranslation("tasks")
  const today = useToday()
  const params = { task: task.id }
  const { form, sending } = useActForm(finishTask, {
    initialValues: { doneOn: today, note: "", link: "" },
    validate: {
      doneOn: (day) => (day === "" || day > today ? t("finish.dayExpected") : null),
      link: (link) => (link !== "" && !/^https?:\/\/\S+\.\S+/.test(link) ? t("finish.linkExpected") : null),
    },
    argsOf: ({ doneOn, note, link }) => ({
      params,
      input: { doneOn, ...(note.trim() ? { note } : {}), ...(link ? { link } : {}) },
    }),
    done: ({ title }) => t("done.done", { title }),
    undo: () => act(reopenTask, { params }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("finish.title")} submit={t("finish.act")} onClose={onClose}>
      <Text fw={550}>{task.title}</Text>
      {task.needsEvidence ? (
        <Text size="sm" c="dimmed">
          {t("finish.evidence")}
        </Text>
      ) : null}
      <DateField label={t("finish.doneOn")} max={today} {...form.getInputProps("doneOn")} />
      <AreaField label={t("finish.note")} data-autofocus {...form.getInputProps("note")} />
      <TextField label={t("finish.link")} type="url" placeholder="https://" {...form.getInputProps("link")} />
    </FormDialog>
  )
}

export default FinishTask
