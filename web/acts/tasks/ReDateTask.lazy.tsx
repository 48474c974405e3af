import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { reDateTask } from "#contract/tasks"
import { FormDialog } from "#ui/FormDialog"
import { DateField } from "#ui/fields"
import { useFormat } from "#ui/text"
import type { ActedTask } from "./acted.ts"

/** Gives a task a day by hand. */
const ReDateTask = ({ task, onClose }: { task: ActedTask; onClose: () => void }) => {
  const { t } = useTranslation("tasks")
  const format = useFormat()
  const { form, sending } = useActForm(reDateTask, {
    initialValues: { dueOn: task.dueOn ?? "" },
    validate: { dueOn: (day) => (day === "" ? t("form.dayNeeded") : null) },
    argsOf: (input) => ({ params: { task: task.id }, input }),
    done: ({ title, dueOn }) => t("done.reDated", { title, date: dueOn ? format.date(dueOn) : "" }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("reDate.title")} submit={t("reDate.act")} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t("reDate.what", { title: task.title })}
      </Text>
      <DateField label={t("form.dueOn")} data-autofocus {...form.getInputProps("dueOn")} />
    </FormDialog>
  )
}

export default ReDateTask
