import { useTranslation } from "react-i18next"
import { useCheckedForm } from "#client/useCheckedForm"
import { useTry } from "#client/useTry"
import { Form } from "#ui/Form"
import { PasswordField } from "#ui/fields"

type PasswordStepProps = {
  /** The verb: "Turn on". */
  submit: string
  onPassword: (password: string) => Promise<void>
}

/** Whatever changes how one signs in asks for the password: an open screen is not enough. */
export const PasswordStep = ({ submit, onPassword }: PasswordStepProps) => {
  const { t } = useTranslation("account")
  const attempt = useTry()
  const form = useCheckedForm({
    initialValues: { password: "" },
    validate: { password: (text) => (text === "" ? t("factor.passwordNeeded") : null) },
  })
  const send = ({ password }: { password: string }) => attempt.run(() => onPassword(password))
  return (
    <Form
      onSubmit={form.onSubmit((values) => void send(values))}
      submit={submit}
      isSubmitting={attempt.isBusy}
      submitError={attempt.problem}
    >
      <PasswordField label={t("factor.password")} autoComplete="current-password" {...form.getInputProps("password")} />
    </Form>
  )
}
