import { useTranslation } from "react-i18next"
import type { CallOf } from "#client/call"
import { useActForm } from "#client/useActForm"
import type { Endpoint } from "#core/endpoint"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"

type WhyDialogProps<E extends Endpoint> = {
  endpoint: E
  title: string
  hint?: string | undefined
  argsOf: (why: string) => CallOf<E>
  onClose: () => void
}

/** An act that takes a word why. */
export const WhyDialog = <E extends Endpoint>({ endpoint, title, hint, argsOf, onClose }: WhyDialogProps<E>) => {
  const { t } = useTranslation("diligence")
  const { form, sending } = useActForm<E, { why: string }>(endpoint, {
    initialValues: { why: "" },
    validate: { why: (text) => (text.trim() === "" ? t("whyNeeded") : null) },
    argsOf: ({ why }) => argsOf(why),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={title} submit={title} onClose={onClose}>
      <AreaField label={t("why")} description={hint} data-autofocus {...form.getInputProps("why")} />
    </FormDialog>
  )
}
