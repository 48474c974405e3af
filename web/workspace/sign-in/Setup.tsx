import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { call } from "#client/call"
import { fieldErrors } from "#client/problem"
import { requiredBy, useCheckedForm } from "#client/useCheckedForm"
import { useTry } from "#client/useTry"
import { setUpFirstOwner } from "#contract/workspaces"
import { homePath } from "#paths/home"
import { Door } from "#shell/Door"
import { Form } from "#ui/Form"
import { PasswordField, TextField } from "#ui/fields"
import { CurrencyField, TimeZoneField, timeZoneHere } from "#ui/placeFields"
import { fromAddress } from "./address.ts"
import { checkEmail, checkFilled, checkPassword, leastPassword } from "./rules.ts"

/** The first owner and their workspace, from the one-time link that the server printed. */
export const Setup = () => {
  const { t } = useTranslation("sign-in")
  const attempt = useTry()
  const form = useCheckedForm(
    {
      initialValues: {
        workspaceName: "",
        name: "",
        email: "",
        password: "",
        currency: "EUR",
        timeZone: timeZoneHere,
      },
      validate: {
        workspaceName: checkFilled(t),
        name: checkFilled(t),
        email: checkEmail(t),
        password: checkPassword(t),
      },
    },
    requiredBy(setUpFirstOwner),
  )
  const setUp = (owner: typeof form.values) =>
    attempt.run(async () => {
      try {
        const { slug } = await call(setUpFirstOwner, { input: { token: fromAddress("token"), ...owner } })
        await answerOf(auth.signIn.email({ email: owner.email, password: owner.password }))
        location.assign(homePath(slug))
      } catch (problem) {
        form.setErrors(fieldErrors(problem))
        throw problem
      }
    })
  return (
    <Door title={t("setup.title")} text={t("setup.text")}>
      <Form
        onSubmit={form.onSubmit((owner) => void setUp(owner))}
        submit={t("setup.submit")}
        isSubmitting={attempt.isBusy}
        submitError={attempt.problem}
        isWide
      >
        <TextField label={t("setup.workspace")} autoComplete="organization" {...form.getInputProps("workspaceName")} />
        <TextField label={t("name")} autoComplete="name" {...form.getInputProps("name")} />
        <TextField label={t("email")} type="email" autoComplete="username" {...form.getInputProps("email")} />
        <PasswordField
          label={t("password")}
          description={t("passwordHint", { count: leastPassword })}
          autoComplete="new-password"
          {...form.getInputProps("password")}
        />
        <CurrencyField label={t("setup.currency")} {...form.getInputProps("currency")} />
        <TimeZoneField label={t("setup.timeZone")} {...form.getInputProps("timeZone")} />
      </Form>
    </Door>
  )
}
