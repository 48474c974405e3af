import { SegmentedControl, Stack, Text } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { useActForm } from "#client/useActForm"
import { useToday } from "#client/useToday"
import { type OccurrenceView, reportOccurrence, undoPromise } from "#contract/commitments"
import { daysBetween } from "#core/time"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, DateField, TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import { useFormat } from "#ui/text"
import { ActivityField } from "./ActivityField.tsx"
import { FileField, useFileToSend } from "./FileField.tsx"
import { type ActedPromise, withState } from "./promise.tsx"
import { reportable } from "./promises/whichDay.ts"

type ReportKeptProps = {
  promise: ActedPromise
  among?: readonly OccurrenceView[] | undefined
  onClose: () => void
}

/** Says that a promise was kept, when, and what shows it. Closes at once; the toast takes it back. */
const ReportKept = ({ promise: given, among = [], onClose }: ReportKeptProps) => {
  const { t } = useTranslation("acts")
  const format = useFormat()
  const choices = reportable(among)
  const [chosen, choose] = useState(given.id)
  const promise: ActedPromise = choices.find(({ id }) => id === chosen) ?? given
  const { evidenceNeeded } = promise
  const kinds = kindsFor[evidenceNeeded]
  const today = useToday()
  const dayAndAge = (dueOn: string) => {
    const days = daysBetween(dueOn, today)
    const date = format.date(dueOn)
    return days > 0 ? t("report.dayPassed", { date, count: days }) : date
  }
  const params = { occurrence: promise.id }
  const subject = { kind: "occurrence", id: promise.id }
  const fileToSend = useFileToSend(subject)
  const { form, sending } = useActForm(reportOccurrence, {
    initialValues: {
      kind: kinds[0] as Shown["kind"],
      doneOn: today,
      url: "",
      activityId: "",
      file: null,
      note: "",
    } as Shown & {
      doneOn: string
    },
    validate: {
      doneOn: (day) => (day === "" || day > today ? t("report.dayExpected") : null),
      url: (url, { kind }) => (kind === "link" && !/^https?:\/\/\S+\.\S+/.test(url) ? t("report.linkExpected") : null),
      activityId: (id, { kind }) => (kind === "activity" && !id ? t("report.activityExpected") : null),
      file: (file, { kind }) => (kind === "file" && file === null ? t("report.fileExpected") : null),
      note: (note, { kind }) => (kind === "note" && note.trim() === "" ? t("report.noteExpected") : null),
    },
    argsOf: async ({ doneOn, ...shown }) => {
      const fileId = shown.kind === "file" && shown.file ? await fileToSend.send(shown.file) : ""
      return { params, input: { doneOn, evidence: [evidenceOf(shown, fileId)] } }
    },
    fieldOf: (name) => (name === "fileId" ? "file" : name),
    optimistic: evidenceNeeded === "confirmation" ? [] : withState("kept"),
    done: ({ awaitsConfirmation }) => t(awaitsConfirmation ? "done.announced" : "done.kept", { title: promise.title }),
    // By then this piece may already show the next due day.
    undo: (_, { params: reported, workspace }) =>
      act(undoPromise, { params: reported, ...(workspace === undefined ? {} : { workspace }) }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("report.title")} submit={t("act.report")} onClose={onClose} isAtSide>
      <Stack gap={2}>
        <Text fw={550}>{promise.title}</Text>
        <Text size="sm" c="dimmed">
          {t("report.of", { name: promise.partnershipName, date: format.date(promise.dueOn) })}
        </Text>
      </Stack>
      {choices.length > 1 ? (
        <SelectField
          label={t("report.which")}
          description={t("report.whichHint", { count: choices.length })}
          data={choices.map(({ id, dueOn }) => ({ value: id, label: dayAndAge(dueOn) }))}
          value={promise.id}
          onChange={(id) => choose(id ?? given.id)}
        />
      ) : null}
      <DateField label={t("report.doneOn")} max={today} {...form.getInputProps("doneOn")} />
      {kinds.length > 1 ? (
        <SegmentedControl
          aria-label={t("report.kind")}
          data={kinds.map((value) => ({ value, label: t(`report.as.${value}`) }))}
          {...form.getInputProps("kind")}
        />
      ) : null}
      {form.values.kind === "activity" ? (
        <ActivityField
          label={t("report.activity")}
          partnershipId={promise.partnershipId}
          {...form.getInputProps("activityId")}
        />
      ) : null}
      {form.values.kind === "file" ? (
        <FileField
          subject={subject}
          label={t("report.file")}
          share={fileToSend.share}
          {...form.getInputProps("file")}
        />
      ) : null}
      {form.values.kind === "link" ? (
        <TextField
          label={t("report.link")}
          description={t(evidenceNeeded === "file" ? "report.needs.file" : "report.linkHint")}
          type="url"
          placeholder="https://"
          data-autofocus
          {...form.getInputProps("url")}
        />
      ) : null}
      <AreaField
        label={t(form.values.kind === "note" ? "report.note" : "report.noteOptional")}
        description={evidenceNeeded === "confirmation" ? t("report.needs.confirmation") : undefined}
        {...(form.values.kind === "note" ? { "data-autofocus": true } : {})}
        {...form.getInputProps("note")}
      />
    </FormDialog>
  )
}

const kindsFor = {
  any: ["note", "activity", "file", "link"],
  confirmation: ["note", "activity", "file", "link"],
  record: ["file", "link", "activity"],
  file: ["file", "link"],
} as const

type Shown = {
  kind: "note" | "activity" | "link" | "file"
  url: string
  activityId: string
  file: File | null
  note: string
}

/** What the server keeps of the form: the one kind of evidence chosen, with the note where there is one. */
const evidenceOf = ({ kind, url, activityId, note }: Shown, fileId: string) => {
  const said = note.trim() === "" ? {} : { note: note.trim() }
  if (kind === "file") return { kind, fileId, ...said }
  if (kind === "link") return { kind, url, ...said }
  if (kind === "activity") return { kind, activityId, ...said }
  return { kind, note: note.trim() }
}

export default ReportKept
