import { Drawer, SegmentedControl, Stack, Text } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useTranslation } from "react-i18next"
import { call } from "#client/call"
import { fieldErrors } from "#client/problem"
import { useAct } from "#client/useAct"
import { reportOccurrence, undoReport } from "#contract/commitments"
import { Form } from "#ui/Form"
import { AreaField, DateField, TextField } from "#ui/fields"
import { useFormat } from "#ui/text"
import { type ActedPromise, promiseLists, withState } from "./promise.tsx"

/** Says that a promise was kept, when, and what shows it. Closes at once; the toast takes it back. */
export const ReportKept = ({ promise, onClose }: { promise: ActedPromise; onClose: () => void }) => {
  const { t } = useTranslation("promises")
  const format = useFormat()
  const needsLink = promise.evidenceNeeded === "file" || promise.evidenceNeeded === "record"
  const today = localToday()
  const params = { occurrence: promise.id }
  const form = useForm({
    initialValues: { kind: needsLink ? "link" : "note", doneOn: today, url: "", note: "" },
    validate: {
      doneOn: (day) => (day === "" || day > today ? t("report.dayExpected") : null),
      url: (url, { kind }) => (kind === "link" && !/^https?:\/\/\S+\.\S+/.test(url) ? t("report.linkExpected") : null),
      note: (note, { kind }) => (kind === "note" && note.trim() === "" ? t("report.noteExpected") : null),
    },
  })
  const report = useAct(reportOccurrence, {
    invalidates: promiseLists,
    optimistic: promise.evidenceNeeded === "confirmation" ? [] : withState("kept"),
    done: ({ awaitsConfirmation }) => t(awaitsConfirmation ? "done.announced" : "done.kept", { title: promise.title }),
    // By then this piece may already show the next due day.
    undo: (_, reported) => call(undoReport, { params: reported.params }),
    showsProblem: false,
    onDone: onClose,
  })
  const submit = form.onSubmit(({ kind, doneOn, url, note }) => {
    const said = note.trim() === "" ? {} : { note: note.trim() }
    const evidence =
      kind === "link" ? { kind: "link" as const, url, ...said } : { kind: "note" as const, note: note.trim() }
    report.mutate(
      { params, input: { doneOn, evidence: [evidence] } },
      { onError: (problem) => form.setErrors(fieldErrors(problem)) },
    )
  })
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t("report.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Form onSubmit={submit} submit={t("act.report")} isSubmitting={report.isPending} submitError={report.error}>
        <Stack gap={2}>
          <Text fw={550}>{promise.title}</Text>
          <Text size="sm" c="dimmed">
            {t("report.of", { name: promise.partnershipName, date: format.date(promise.dueOn) })}
          </Text>
        </Stack>
        <DateField label={t("report.doneOn")} max={today} {...form.getInputProps("doneOn")} />
        {needsLink ? null : (
          <SegmentedControl
            aria-label={t("report.kind")}
            data={[
              { value: "note", label: t("report.asNote") },
              { value: "link", label: t("report.asLink") },
            ]}
            {...form.getInputProps("kind")}
          />
        )}
        {form.values.kind === "link" ? (
          <TextField
            label={t("report.link")}
            description={t(
              needsLink ? `report.needs.${promise.evidenceNeeded as "file" | "record"}` : "report.linkHint",
            )}
            type="url"
            placeholder="https://"
            data-autofocus
            {...form.getInputProps("url")}
          />
        ) : null}
        <AreaField
          label={t(form.values.kind === "link" ? "report.noteOptional" : "report.note")}
          description={promise.evidenceNeeded === "confirmation" ? t("report.needs.confirmation") : undefined}
          {...(form.values.kind === "note" ? { "data-autofocus": true } : {})}
          {...form.getInputProps("note")}
        />
      </Form>
    </Drawer>
  )
}

/** The reader's own calendar day, as a date field wants it. */
const localToday = (): string => {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
