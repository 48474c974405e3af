import { Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { paths } from "#client/paths"
import { useCheckedForm } from "#client/useCheckedForm"
import { useTry } from "#client/useTry"
import { Door } from "#shell/Door"
import { Form } from "#ui/Form"
import { PasswordField } from "#ui/fields"
import { fromAddress } from "./address.ts"
import { checkPassword, leastPassword } from "./rules.ts"

/** Where the link of the reset mail leads. */
export const ResetPassword = () => {
  const { t } = useTranslation("sign-in")
  const [isDone, setDone] = useState(false)
  const attempt = useTry()
  const form = useCheckedForm({ initialValues: { password: "" }, validate: { password: checkPassword(t) } })
  const token = fromAddress("token")
  const reset = (newPassword: string) =>
    attempt.run(async () => {
      await answerOf(auth.resetPassword({ newPassword, token }))
      setDone(true)
    })

  if (isDone)
    return (
      <Door title={t("reset.doneTitle")} text={t("reset.doneText")}>
        <Button component={Link} to={paths.signIn()} fullWidth mt="lg">
          {t("toSignIn")}
        </Button>
      </Door>
    )
  if (token === "")
    return (
      <Door title={t("reset.title")} text={t("error.link")}>
        <Button component={Link} to={paths.forgotPassword()} fullWidth mt="lg">
          {t("reset.again")}
        </Button>
      </Door>
    )
  return (
    <Door title={t("reset.title")}>
      <Form
        onSubmit={form.onSubmit((values) => void reset(values.password))}
        submit={t("reset.submit")}
        isSubmitting={attempt.isBusy}
        submitError={attempt.problem}
        isWide
      >
        <PasswordField
          label={t("newPassword")}
          description={t("passwordHint", { count: leastPassword })}
          autoComplete="new-password"
          {...form.getInputProps("password")}
        />
      </Form>
    </Door>
  )
}
