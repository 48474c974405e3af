import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { openRegistration } from "#contract/onboarding"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"

/** Opens the registration of deals before a step does, and says why. */
const OpenRegistration = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation("onboarding")
  const { form, sending } = useActForm(openRegistration, {
    initialValues: { reason: "" },
    validate: { reason: (reason) => (reason.trim() === "" ? t("reasonNeeded") : null) },
    argsOf: (input) => ({ params: { onboarding: id }, input }),
    done: () => t("done.openRegistration"),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("acts.openRegistration")} submit={t("openRegistration.act")} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t("openRegistration.what")}
      </Text>
      <AreaField label={t("reason")} data-autofocus {...form.getInputProps("reason")} />
    </FormDialog>
  )
}

export default OpenRegistration
