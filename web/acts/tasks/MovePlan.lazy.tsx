import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { movePlan, previewMove } from "#contract/tasks"
import { FormDialog } from "#ui/FormDialog"
import { DateField } from "#ui/fields"
import { Loaded, LoadingState } from "#ui/states"
import { useFormat } from "#ui/text"
import classes from "./tasks.module.css"

type MoveProps = { plan: { id: string; name: string; startsOn: string }; onClose: () => void }

/** Gives a plan another start, after showing what moves with it. */
const MovePlan = ({ plan, onClose }: MoveProps) => {
  const { t } = useTranslation("tasks")
  const format = useFormat()
  const params = { plan: plan.id }
  const { form, sending } = useActForm(movePlan, {
    initialValues: { startsOn: plan.startsOn },
    validate: { startsOn: (day) => (day === "" ? t("form.dayNeeded") : null) },
    argsOf: (input) => ({ params, input }),
    done: () => t("done.moved"),
    onDone: onClose,
  })
  const { startsOn } = form.values
  const preview = useEndpoint(
    previewMove,
    { params, query: { startsOn } },
    { isEnabled: startsOn !== "", keepsPrevious: true },
  )
  const day = (on: string | null) => (on === null ? t("noDay") : format.date(on))
  const nameWithDay = ({ title, dueOn }: { title: string; dueOn: string }) =>
    t("plan.earlyOne", { title, date: format.date(dueOn) })
  return (
    <FormDialog {...sending} title={t("plan.moveTitle")} submit={t("plan.moveAct")} onClose={onClose}>
      <Text fw={550}>{plan.name}</Text>
      <DateField label={t("plan.startsOn")} data-autofocus {...form.getInputProps("startsOn")} />
      {startsOn === "" ? null : (
        <Loaded from={preview} loading={<LoadingState rows={3} />}>
          {({ items, stays, early }) => (
            <section aria-label={t("plan.moves")} aria-live="polite">
              {items.length === 0 ? (
                <Text size="sm">{t("plan.movesNone")}</Text>
              ) : (
                <table className={classes.preview}>
                  <tbody>
                    {items.map(({ id, title, from, to }) => (
                      <tr key={id}>
                        <th scope="row">{title}</th>
                        <td>{t("plan.fromTo", { from: day(from), to: day(to) })}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
              {stays > 0 ? (
                <Text size="xs" c="dimmed">
                  {t("plan.stays", { count: stays })}
                </Text>
              ) : null}
              {early.length > 0 ? (
                <Text size="sm">{t("plan.early", { count: early.length, tasks: early.map(nameWithDay) })}</Text>
              ) : null}
            </section>
          )}
        </Loaded>
      )}
    </FormDialog>
  )
}

export default MovePlan
