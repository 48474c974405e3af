import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { createTask } from "#contract/tasks"
import { ActionButton } from "#ui/ActionButton"
import { ErrorLine } from "#ui/Form"
import { CheckField, DateField, TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import { useWhose } from "#ui/viewer"
import classes from "./tasks.module.css"

export type Subject = Readonly<{ kind: string; id: string }>
/** Who can be given something to do here: a side, or one of several companies by its id. */
export type Doer = Readonly<{ value: string; label: string; side: "host" | "partner"; party?: string }>

/** One line to write down what is to be done; it is empty again and ready for the next once that is added. */
export const AddTask = ({ subject, doers }: { subject: Subject; doers: readonly Doer[] }) => {
  const { t } = useTranslation("tasks")
  const whose = useWhose()
  const { form, problem, sending } = useActForm(createTask, {
    initialValues: { title: "", who: doers[0]?.value ?? "", dueOn: "", isPrivate: false },
    validate: { title: (text) => (text.trim() === "" ? t("add.needed") : null) },
    argsOf: ({ title, who, dueOn, isPrivate }) => {
      const { side = "host", party } = doers.find(({ value }) => value === who) ?? {}
      return {
        input: {
          ...{ subjectKind: subject.kind, subjectId: subject.id, title, side, ...(party ? { party } : {}) },
          isPrivate: isPrivate && whose(side) === "ours",
          due: dueOn === "" ? { how: "none" as const } : { how: "by_hand" as const, dueOn },
        },
      }
    },
    onDone: (): void => form.setValues({ title: "", dueOn: "" }),
  })
  const chosen = doers.find(({ value }) => value === form.values.who)
  return (
    <form onSubmit={sending.onSubmit} noValidate>
      <div className={classes.add}>
        <TextField
          label={t("add.label")}
          placeholder={t("add.placeholder")}
          maxLength={200}
          {...form.getInputProps("title")}
        />
        <SelectField
          label={t("add.who")}
          data={doers.map(({ value, label }) => ({ value, label }))}
          {...form.getInputProps("who")}
        />
        <DateField label={t("add.dueOn")} {...form.getInputProps("dueOn")} />
        <ActionButton type="submit" variant="default" loading={sending.isSubmitting}>
          {t("add.act")}
        </ActionButton>
      </div>
      {chosen && whose(chosen.side) === "ours" ? (
        <CheckField
          mt="xs"
          size="xs"
          label={t("add.private")}
          {...form.getInputProps("isPrivate", { type: "checkbox" })}
        />
      ) : null}
      <ErrorLine problem={problem} more={sending.elsewhere} />
    </form>
  )
}
