import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { useToday } from "#client/useToday"
import { listContacts } from "#contract/people"
import { getPartnership } from "#contract/portfolio"
import { recordCertificate } from "#contract/programs"
import { FormDialog } from "#ui/FormDialog"
import { DateField, TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"

type Values = Record<"contactId" | "kind" | "issuedOn" | "validUntil", string>
type RecordCertificateProps = { partnershipId: string; onClose: () => void }

/** Records that somebody of the partner was certified. */
export const RecordCertificate = ({ partnershipId, onClose }: RecordCertificateProps) => {
  const { t } = useTranslation("programs")
  const today = useToday()
  const page = useEndpoint(getPartnership, { params: { partnership: partnershipId } }).data
  const people = useEndpoint(
    listContacts,
    { query: { organization: page?.organizationId, limit: 200 } },
    { isEnabled: page !== undefined },
  )
  const { form, sending } = useActForm<typeof recordCertificate, Values>(recordCertificate, {
    initialValues: { contactId: "", kind: "", issuedOn: today, validUntil: "" },
    validate: { contactId: (id) => (id === "" ? t("certificate.personNeeded") : null) },
    argsOf: ({ contactId, kind, issuedOn, validUntil }) => ({
      params: { partnership: partnershipId },
      input: { contactId, kind, issuedOn, ...(validUntil === "" ? {} : { validUntil }) },
    }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("certificate.open")} submit={t("certificate.verb")} onClose={onClose}>
      <SelectField
        label={t("certificate.person")}
        searchable
        data={(people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps("contactId")}
      />
      <TextField label={t("certificate.kind")} {...form.getInputProps("kind")} />
      <DateField label={t("certificate.issuedOn")} {...form.getInputProps("issuedOn")} />
      <DateField
        label={t("certificate.validUntil")}
        description={t("certificate.validHint")}
        {...form.getInputProps("validUntil")}
      />
    </FormDialog>
  )
}
