import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { giveUpOnboarding } from "#contract/onboarding"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"

/** Gives an onboarding up, and says why. */
const GiveUp = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation("onboarding")
  const { form, sending } = useActForm(giveUpOnboarding, {
    initialValues: { reason: "" },
    validate: { reason: (reason) => (reason.trim() === "" ? t("reasonNeeded") : null) },
    argsOf: (input) => ({ params: { onboarding: id }, input }),
    done: () => t("done.giveUp"),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("acts.giveUp")} submit={t("giveUp.act")} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t("giveUp.what")}
      </Text>
      <AreaField label={t("reason")} data-autofocus {...form.getInputProps("reason")} />
    </FormDialog>
  )
}

export default GiveUp
