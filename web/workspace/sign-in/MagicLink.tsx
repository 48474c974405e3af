import { Anchor } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { useTry } from "#client/useTry"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import { nextPath } from "./address.ts"
import classes from "./Door.module.css"
import { Door } from "./Door.tsx"
import { checkEmail } from "./rules.ts"

/** A link by mail instead of a password. Says the same whether the address is known or not. */
export const MagicLink = ({ email, onBack }: { email: string; onBack: () => void }) => {
  const { t } = useTranslation("sign-in")
  const [sentTo, setSentTo] = useState<string>()
  const attempt = useTry()
  const form = useForm({ initialValues: { email }, validate: { email: checkEmail(t) } })
  const send = (to: string) =>
    attempt.run(async () => {
      await answerOf(auth.signIn.magicLink({ email: to, callbackURL: nextPath() }))
      setSentTo(to)
    })
  const back = (
    <div className={classes.links}>
      <Anchor component="button" type="button" size="sm" onClick={onBack}>
        {t("back")}
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
    <Door title={t("link.title")} text={t("link.text")}>
      <Form
        onSubmit={form.onSubmit((values) => void send(values.email))}
        submit={t("link.submit")}
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
