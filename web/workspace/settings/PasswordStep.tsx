import { useForm } from "@mantine/form"
import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { useTry } from "#client/useTry"
import { Form } from "#ui/Form"
import { PasswordField } from "#ui/fields"
import type { Secret } from "./ConfirmSecret.tsx"

type PasswordStepProps = { isOn: boolean; onSecret: (secret: Secret) => void; onOff: () => void }

/** Turning the second factor on or off asks for the password: an open screen is not enough. */
export const PasswordStep = ({ isOn, onSecret, onOff }: PasswordStepProps) => {
  const { t } = useTranslation("settings")
  const attempt = useTry()
  const form = useForm({
    initialValues: { password: "" },
    validate: { password: (text) => (text === "" ? t("factor.passwordNeeded") : null) },
  })
  const send = ({ password }: { password: string }) =>
    attempt.run(async () => {
      if (isOn) {
        await answerOf(auth.twoFactor.disable({ password }))
        onOff()
      } else {
        const made = await answerOf(auth.twoFactor.enable({ password }))
        if ("totpURI" in made) onSecret({ uri: made.totpURI, backupCodes: made.backupCodes })
      }
    })
  return (
    <Form
      onSubmit={form.onSubmit((values) => void send(values))}
      submit={t(isOn ? "factor.disable" : "factor.enable")}
      isSubmitting={attempt.isBusy}
      submitError={attempt.problem}
    >
      <PasswordField label={t("factor.password")} autoComplete="current-password" {...form.getInputProps("password")} />
    </Form>
  )
}
