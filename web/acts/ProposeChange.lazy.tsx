import { Alert, SegmentedControl, Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { useToday } from "#client/useToday"
import { getCommitment, proposeForPromise } from "#contract/commitments"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, DateField, TextField } from "#ui/fields"
import { LoadingState } from "#ui/states"
import { FileField, useFileToSend } from "./FileField.tsx"
import type { ActedPromise } from "./promise.tsx"

type ProposeProps = { promise: ActedPromise; kind: "re_date" | "waive"; onClose: () => void }

/** Asks the other party for a new day or a waiver; where nobody there can be asked, says with whom it was agreed and by what. */
const ProposeChange = (props: ProposeProps) => {
  const { t } = useTranslation("acts")
  const found = useEndpoint(getCommitment, { params: { commitment: props.promise.commitmentId } })
  if (found.data) return <ProposalForm {...props} isAlone={!found.data.canBeAsked} />
  return (
    <FormDialog
      title={t(`propose.${props.kind}.title`)}
      submit={t("propose.submit")}
      onSubmit={() => undefined}
      isSubmitting={false}
      submitError={found.error}
      isDirty={() => false}
      onClose={props.onClose}
    >
      <LoadingState rows={3} />
    </FormDialog>
  )
}

const start = { dueOn: "", reason: "", with: "", on: "", shows: "file" as "file" | "link", file: null, url: "" }
type Values = Omit<typeof start, "file"> & { file: File | null }

const ProposalForm = ({ promise, kind, onClose, isAlone }: ProposeProps & { isAlone: boolean }) => {
  const { t } = useTranslation("acts")
  const today = useToday()
  const subject = { kind: "occurrence", id: promise.id }
  const fileToSend = useFileToSend(subject)
  const ifAlone = (problem: string | null) => (isAlone ? problem : null)
  const { form, sending } = useActForm(proposeForPromise, {
    initialValues: start as Values,
    validate: {
      dueOn: (day) => (kind === "re_date" && day === "" ? t("settle.dayExpected") : null),
      reason: (reason) => (reason.trim() === "" ? t("settle.reasonExpected") : null),
      with: (name) => ifAlone(name.trim() === "" ? t("propose.withExpected") : null),
      on: (day) => ifAlone(day === "" || day > today ? t("propose.onExpected") : null),
      file: (file, { shows }) => ifAlone(shows === "file" && file === null ? t("report.fileExpected") : null),
      url: (url, { shows }) =>
        ifAlone(shows === "link" && !/^https?:\/\/\S+\.\S+/.test(url) ? t("report.linkExpected") : null),
    },
    argsOf: async ({ dueOn, reason, on, shows, file, url, ...said }) => {
      const evidence =
        shows === "file"
          ? { kind: "file" as const, fileId: isAlone && file ? await fileToSend.send(file) : "" }
          : { kind: "link" as const, url }
      const asked = kind === "re_date" ? { kind, dueOn, reason } : { kind, reason }
      const agreed = isAlone ? { agreed: { with: said.with.trim(), on, evidence } } : {}
      return { params: { occurrence: promise.id }, input: { ...asked, ...agreed } }
    },
    done: () => t(isAlone ? "done.recorded" : "done.proposed", { title: promise.title }),
    onDone: onClose,
  })
  return (
    <FormDialog
      {...sending}
      title={t(`propose.${kind}.title`)}
      submit={t(isAlone ? "propose.record" : "propose.submit")}
      onClose={onClose}
      isAtSide={isAlone}
    >
      <Text size="sm" c="dimmed">
        {t(`propose.${kind}.what`, { title: promise.title, name: promise.partnershipName })}
      </Text>
      {kind === "re_date" ? (
        <DateField label={t("settle.dueOn")} data-autofocus {...form.getInputProps("dueOn")} />
      ) : null}
      <AreaField label={t("settle.reason")} {...form.getInputProps("reason")} />
      {isAlone ? (
        <>
          <Alert color="yellow">{t("propose.alone", { name: promise.partnershipName })}</Alert>
          <TextField label={t("propose.with")} {...form.getInputProps("with")} />
          <DateField label={t("propose.on")} max={today} {...form.getInputProps("on")} />
          <SegmentedControl
            aria-label={t("propose.shows")}
            data={(["file", "link"] as const).map((value) => ({ value, label: t(`report.as.${value}`) }))}
            {...form.getInputProps("shows")}
          />
          {form.values.shows === "file" ? (
            <FileField
              subject={subject}
              label={t("report.file")}
              share={fileToSend.share}
              {...form.getInputProps("file")}
            />
          ) : (
            <TextField label={t("report.link")} type="url" placeholder="https://" {...form.getInputProps("url")} />
          )}
        </>
      ) : null}
    </FormDialog>
  )
}

export default ProposeChange
