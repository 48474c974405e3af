import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useToday } from "#client/useToday"
import { type AgreementView, amendAgreement } from "#contract/agreements"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, DateField, TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import { NoticeFields } from "./NoticeFields.tsx"
import { noticeAmended, noticeDraftOf } from "./noticeDraft.tsx"
import { dropTyped, keepTyped, type TypedAmendment, typedFor } from "./typed.ts"

const kinds = ["change", "correction"] as const

/** Begins an amendment with what most amendments change, and goes on to its review, where lines are changed too. */
export const AmendAgreement = ({
  agreement,
  onBegun,
  onClose,
}: {
  agreement: AgreementView
  /** Goes on to its review. */
  onBegun: (draft: string) => void
  onClose: () => void
}) => {
  const { t } = useTranslation("agreements")
  const today = useToday()
  const { id, version, title, startsOn, endsOn } = agreement
  const kept = `${id} ${version}`
  const { form, sending } = useActForm<typeof amendAgreement, TypedAmendment>(amendAgreement, {
    initialValues: typedFor(kept) ?? {
      kind: "change",
      validFrom: [today, startsOn].toSorted().at(-1) ?? today,
      reason: "",
      title,
      startsOn,
      endsOn: endsOn ?? "",
      ...noticeDraftOf(agreement),
    },
    onValuesChange: (values) => keepTyped(kept, values),
    validate: {
      title: (text) => (text.trim() === "" ? t("field.titleExpected") : null),
      validFrom: (day, { kind }) => (kind === "change" && day === "" ? t("field.dayExpected") : null),
      reason: (reason) => (reason.trim() === "" ? t("amend.reasonExpected") : null),
      endsOn: (day, values) => (day !== "" && day < values.startsOn ? t("field.orderExpected") : null),
    },
    argsOf: ({ kind, validFrom, reason, ...wanted }) => ({
      params: { agreement: id },
      input: {
        kind: kind === "correction" ? "correction" : "change",
        ...(kind === "change" ? { validFrom } : {}),
        reason: reason.trim(),
        title: wanted.title.trim(),
        ...(kind === "correction" ? { startsOn: wanted.startsOn } : {}),
        endsOn: wanted.endsOn === "" ? null : wanted.endsOn,
        ...noticeAmended(wanted),
      },
    }),
    done: () => t("amend.begun"),
    onDone: (draft) => {
      dropTyped(kept)
      onBegun(draft.id)
    },
  })
  const isChange = form.values.kind === "change"
  const close = () => {
    dropTyped(kept)
    onClose()
  }
  return (
    <FormDialog {...sending} title={t("amend.title")} submit={t("amend.verb")} onClose={close}>
      <SelectField
        label={t("amend.kind")}
        data={kinds.map((value) => ({ value, label: t(`amend.kinds.${value}`) }))}
        {...form.getInputProps("kind")}
      />
      <Text size="sm" c="dimmed">
        {t(`amend.means.${isChange ? "change" : "correction"}`)}
      </Text>
      {isChange ? <DateField label={t("amend.validFrom")} {...form.getInputProps("validFrom")} /> : null}
      <AreaField label={t("amend.reason")} {...form.getInputProps("reason")} />
      <TextField label={t("field.title")} {...form.getInputProps("title")} />
      {isChange ? null : <DateField label={t("field.startsOn")} {...form.getInputProps("startsOn")} />}
      <DateField label={t("field.endsOn")} description={t("edit.endHint")} {...form.getInputProps("endsOn")} />
      <NoticeFields form={form} />
    </FormDialog>
  )
}
