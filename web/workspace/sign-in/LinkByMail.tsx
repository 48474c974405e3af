import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { useCheckedForm } from "#client/useCheckedForm"
import { useTry } from "#client/useTry"
import { Door } from "#shell/Door"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import { checkEmail } from "./rules.ts"
import classes from "./SignIn.module.css"

type LinkByMailProps = {
  /** What the link is for: a new password, or the sign-in itself. */
  purpose: "forgot" | "link"
  email?: string
  send: (email: string) => Promise<unknown>
  back: ReactNode
}

/** Asks for a link by mail. Says the same whether the address is known or not. */
export const LinkByMail = ({ purpose, email = "", send, back }: LinkByMailProps) => {
  const { t } = useTranslation("sign-in")
  const [sentTo, setSentTo] = useState<string>()
  const attempt = useTry()
  const form = useCheckedForm({ initialValues: { email }, validate: { email: checkEmail(t) } })
  const ask = (to: string) =>
    attempt.run(async () => {
      await send(to)
      setSentTo(to)
    })
  const links = <div className={classes.links}>{back}</div>

  if (sentTo)
    return (
      <Door title={t("sent.title")} text={t("sent.text", { email: sentTo })}>
        {links}
      </Door>
    )
  return (
    <Door title={t(`${purpose}.title`)} text={t(`${purpose}.text`)}>
      <Form
        onSubmit={form.onSubmit((values) => void ask(values.email))}
        submit={t(`${purpose}.submit`)}
        isSubmitting={attempt.isBusy}
        submitError={attempt.problem}
        isWide
      >
        <TextField label={t("email")} type="email" autoComplete="username" {...form.getInputProps("email")} />
      </Form>
      {links}
    </Door>
  )
}
