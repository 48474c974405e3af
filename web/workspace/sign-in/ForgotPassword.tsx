import { Anchor } from "@mantine/core"
import { useForm } from "@mantine/form"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { paths } from "#client/paths"
import { useTry } from "#client/useTry"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import classes from "./Door.module.css"
import { Door } from "./Door.tsx"
import { checkEmail } from "./rules.ts"

/** Asks for a link that sets a new password. Says the same whether the address is known or not. */
export const ForgotPassword = () => {
  const { t } = useTranslation("sign-in")
  const [sentTo, setSentTo] = useState<string>()
  const attempt = useTry()
  const form = useForm({ initialValues: { email: "" }, validate: { email: checkEmail(t) } })
  const ask = (email: string) =>
    attempt.run(async () => {
      await answerOf(auth.requestPasswordReset({ email, redirectTo: "/reset-password" }))
      setSentTo(email)
    })
  const back = (
    <div className={classes.links}>
      <Anchor component={Link} to={paths.signIn()} size="sm">
        {t("toSignIn")}
      </Anchor>
    </div>
  )

  if (sentTo)
    return (
      <Door title={t("sent.title")} text={t("sent.text", { email: sentTo })}>
        {back}
      </Door>
    )
  return (
    <Door title={t("forgot.title")} text={t("forgot.text")}>
      <Form
        onSubmit={form.onSubmit((values) => void ask(values.email))}
        submit={t("forgot.submit")}
        isSubmitting={attempt.isBusy}
        submitError={attempt.problem}
        isWide
      >
        <TextField label={t("email")} type="email" autoComplete="username" {...form.getInputProps("email")} />
      </Form>
      {back}
    </Door>
  )
}
