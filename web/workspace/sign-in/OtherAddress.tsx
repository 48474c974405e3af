import { Anchor, Button } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { call } from "#client/call"
import { signOut } from "#client/session"
import { useCheckedForm } from "#client/useCheckedForm"
import { useTry } from "#client/useTry"
import { askCode, proveLink } from "#contract/links"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import { checkFilled } from "./rules.ts"
import classes from "./SignIn.module.css"

type OtherAddressProps = {
  token: string
  /** The address that was invited. */
  email: string
  accept: (proof: string) => Promise<void>
}

/** For whoever is signed in with another address: the code from the invited mailbox adds it to their account, or they sign out. */
export const OtherAddress = ({ token, email, accept }: OtherAddressProps) => {
  const { t } = useTranslation("sign-in")
  const [isAsked, setAsked] = useState(false)
  const attempt = useTry()
  const form = useCheckedForm({ initialValues: { code: "" }, validate: { code: checkFilled(t) } })
  const ask = () =>
    attempt.run(async () => {
      await call(askCode, { params: { linkToken: token } })
      setAsked(true)
    })
  const prove = (code: string) =>
    attempt.run(async () => {
      const { proof } = await call(proveLink, { params: { linkToken: token }, input: { code } })
      if (proof === null) form.setFieldError("code", t("other.wrong"))
      else await accept(proof)
    })
  return (
    <>
      {isAsked ? (
        <Form
          onSubmit={form.onSubmit(({ code }) => void prove(code))}
          submit={t("invitation.submit")}
          isSubmitting={attempt.isBusy}
          submitError={attempt.problem}
          isWide
        >
          <TextField
            label={t("other.code", { email })}
            autoComplete="one-time-code"
            inputMode="numeric"
            {...form.getInputProps("code")}
          />
        </Form>
      ) : (
        <Form
          onSubmit={(event) => {
            event.preventDefault()
            void ask()
          }}
          submit={t("other.ask", { email })}
          isSubmitting={attempt.isBusy}
          submitError={attempt.problem}
          isWide
        >
          {null}
        </Form>
      )}
      <Button variant="default" fullWidth mt="sm" onClick={() => void attempt.run(signOut)}>
        {t("other.signOut")}
      </Button>
      <div className={classes.links}>
        <Anchor href="/" size="sm">
          {t("other.notMe")}
        </Anchor>
      </div>
    </>
  )
}
