import { Group, MultiSelect } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { editTask, getTask, getTasksOf, listTaskOwners, type TaskView } from "#contract/tasks"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, CheckField, DateField, TextField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"
import { SelectField } from "#ui/SelectField"
import { Loaded } from "#ui/states"
import type { ActedTask } from "./acted.ts"

type EditProps = { task: Pick<ActedTask, "id">; onClose: () => void }

/** A task read anew, so that what is edited is what stands. */
const EditTask = ({ task, onClose }: EditProps) => {
  const found = useEndpoint(getTask, { params: { task: task.id } })
  return (
    <Loaded from={found} loading={null}>
      {(fresh) => <Edit task={fresh} onClose={onClose} />}
    </Loaded>
  )
}

const hows = ["none", "by_hand", "after_start", "after_task"] as const
type How = (typeof hows)[number]
type Unit = "days" | "workdays"
const nobody = ""

const Edit = ({ task, onClose }: { task: TaskView; onClose: () => void }) => {
  const { t } = useTranslation("tasks")
  const { subjectKind, subjectId, dated } = task
  const others = useEndpoint(getTasksOf, { query: { subjectKind, subjectId } }).data?.items ?? []
  const owners = useOwners(task)
  const { form, sending } = useActForm(editTask, {
    initialValues: {
      title: task.title,
      description: task.description ?? "",
      ownerId: task.owner?.userId ?? nobody,
      how: dated.how as How,
      dueOn: task.dueOn ?? "",
      count: (dated.count ?? 1) as number | string,
      unit: (dated.unit ?? "workdays") as Unit,
      after: dated.after?.id ?? "",
      waitsFor: task.waitsFor.map(({ id }) => id).filter((id) => id !== dated.after?.id),
      isOptional: task.isOptional,
    },
    validate: {
      title: (text) => (text.trim() === "" ? t("form.titleNeeded") : null),
      dueOn: (day, { how }) => (how === "by_hand" && day === "" ? t("form.dayNeeded") : null),
      count: (count, { how }) => (how.startsWith("after") && !isCount(count) ? t("form.countNeeded") : null),
      after: (id, { how }) => (how === "after_task" && !id ? t("form.afterNeeded") : null),
    },
    argsOf: ({ title, description, ownerId, waitsFor, isOptional, ...when }) => ({
      params: { task: task.id },
      ifMatch: task.version,
      input: {
        ...{ title, waitsFor, isOptional, due: dueOf(when) },
        ...(description.trim() ? { description } : {}),
        ...(ownerId === nobody ? {} : { ownerId }),
      },
    }),
    done: () => t("done.saved"),
    onDone: onClose,
  })
  const { how } = form.values
  const choices = others
    .filter(({ id }) => id !== task.id)
    .map(({ id, title, state }) => ({
      value: id,
      label: state === "open" ? title : `${title} (${t(`state.${state}`)})`,
    }))
  return (
    <FormDialog {...sending} title={t("form.edit")} submit={t("act.save")} onClose={onClose} isAtSide>
      <TextField label={t("form.title")} data-autofocus {...form.getInputProps("title")} />
      <AreaField label={t("form.description")} minRows={2} {...form.getInputProps("description")} />
      <SelectField label={t("form.owner")} searchable data={owners} {...form.getInputProps("ownerId")} />
      <SelectField
        label={t("form.how")}
        data={hows
          .filter((each) => each !== "after_start" || task.planId !== null)
          .map((value) => ({ value, label: t(`form.hows.${value}`) }))}
        {...form.getInputProps("how")}
      />
      {how === "by_hand" ? <DateField label={t("form.dueOn")} {...form.getInputProps("dueOn")} /> : null}
      {how.startsWith("after") ? (
        <Group grow align="flex-start">
          <NumberField label={t("form.count")} min={0} max={999} {...form.getInputProps("count")} />
          <SelectField
            label={t("form.unit")}
            data={(["workdays", "days"] as const).map((value) => ({ value, label: t(`form.units.${value}`) }))}
            {...form.getInputProps("unit")}
          />
        </Group>
      ) : null}
      {how === "after_task" ? (
        <SelectField label={t("form.after")} searchable data={choices} {...form.getInputProps("after")} />
      ) : null}
      <MultiSelect
        label={t("form.waitsFor")}
        searchable
        clearable
        maxValues={19}
        data={choices.filter(({ value }) => how !== "after_task" || value !== form.values.after)}
        clearButtonProps={{ "aria-label": t("form.waitsFor") }}
        {...form.getInputProps("waitsFor")}
      />
      <CheckField label={t("form.optional")} {...form.getInputProps("isOptional", { type: "checkbox" })} />
    </FormDialog>
  )
}

const isCount = (count: number | string): boolean =>
  Number.isInteger(count) && Number(count) >= 0 && Number(count) <= 999

type When = { how: How; dueOn: string; count: number | string; unit: Unit; after: string }

const dueOf = ({ how, dueOn, count, unit, after }: When) => {
  const offset = { count: Number(count), unit }
  if (how === "by_hand") return { how, dueOn }
  if (how === "after_start") return { how, offset }
  return how === "after_task" ? { how, offset, task: after } : { how: "none" as const }
}

/** Whom this can be given to; whoever has it now stays a choice, also when they have left. */
const useOwners = ({ partnershipId, owedBy, partyId, owner }: TaskView) => {
  const { t } = useTranslation("tasks")
  const party = owedBy === "partner" ? { party: partyId } : {}
  const people = useEndpoint(listTaskOwners, {
    params: { partnership: partnershipId },
    query: { side: owedBy, ...party },
  })
  const known = people.data?.items.map(({ userId, name }) => ({ value: userId, label: name })) ?? []
  const isKnown = owner === null || known.some(({ value }) => value === owner.userId)
  return [
    { value: nobody, label: t("form.nobody") },
    ...known,
    ...(isKnown || !owner ? [] : [{ value: owner.userId, label: owner.name }]),
  ]
}

export default EditTask
