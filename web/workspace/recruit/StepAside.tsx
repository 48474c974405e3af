import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { type Panel, recuse } from "#contract/recruitment"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"

type AsideProps = { own: NonNullable<Panel["own"]>; onClose: () => void }

/** Steps aside for good, such as for being too near. */
export const StepAside = ({ own, onClose }: AsideProps) => {
  const { t } = useTranslation("recruit")
  const { form, sending } = useActForm(recuse, {
    initialValues: { why: "" },
    validate: { why: (text) => (text.trim() === "" ? t("whyNeeded") : null) },
    argsOf: (input) => ({ params: { assessment: own.id }, input, ifMatch: own.version }),
    done: () => t("aside.done"),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("aside.open")} submit={t("aside.verb")} onClose={onClose}>
      <AreaField label={t("why")} description={t("aside.hint")} data-autofocus {...form.getInputProps("why")} />
    </FormDialog>
  )
}
