import { Anchor } from "@mantine/core"
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
import { PasswordField, TextField } from "#ui/fields"
import { fromAddress, nextPath } from "./address.ts"
import { MagicLink } from "./MagicLink.tsx"
import { checkEmail, checkFilled } from "./rules.ts"
import { SecondFactor } from "./SecondFactor.tsx"
import classes from "./SignIn.module.css"

type Step = "password" | "link" | "second-factor"

/** By password, by a link in a mail, and the second factor where a person has one; whoever opened such a link begins there. */
export const SignIn = () => {
  const { t } = useTranslation("sign-in")
  const [step, setStep] = useState<Step>(fromAddress("step") === "second-factor" ? "second-factor" : "password")
  const attempt = useTry()
  const form = useCheckedForm({
    initialValues: { email: "", password: "" },
    validate: { email: checkEmail(t), password: checkFilled(t) },
  })
  const enter = (credentials: { email: string; password: string }) =>
    attempt.run(async () => {
      const answer = await answerOf<object>(auth.signIn.email(credentials))
      if ("twoFactorRedirect" in answer && answer.twoFactorRedirect) setStep("second-factor")
      else location.assign(nextPath())
    })

  if (step === "second-factor") return <SecondFactor onBack={() => setStep("password")} />
  if (step === "link") return <MagicLink email={form.values.email} onBack={() => setStep("password")} />
  return (
    <Door title={t("signIn.title")}>
      <Form
        onSubmit={form.onSubmit((credentials) => void enter(credentials))}
        submit={t("signIn.submit")}
        isSubmitting={attempt.isBusy}
        submitError={attempt.problem}
        isWide
      >
        <TextField label={t("email")} type="email" autoComplete="username" {...form.getInputProps("email")} />
        <PasswordField label={t("password")} autoComplete="current-password" {...form.getInputProps("password")} />
      </Form>
      <div className={classes.links}>
        <Anchor component="button" type="button" size="sm" onClick={() => setStep("link")}>
          {t("signIn.link")}
        </Anchor>
        <Anchor component={Link} to={paths.forgotPassword()} size="sm">
          {t("signIn.forgot")}
        </Anchor>
        <Anchor component={Link} to={paths.verify()} size="sm">
          {t("signIn.verify")}
        </Anchor>
      </div>
    </Door>
  )
}
