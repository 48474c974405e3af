import { Anchor, Checkbox } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { useCheckedForm } from "#client/useCheckedForm"
import { useTry } from "#client/useTry"
import { Door } from "#shell/Door"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import { nextPath } from "./address.ts"
import { checkFilled } from "./rules.ts"
import classes from "./SignIn.module.css"

/** The six digits of the authenticator, or one of the backup codes. */
export const SecondFactor = ({ onBack }: { onBack: () => void }) => {
  const { t } = useTranslation("sign-in")
  const [isBackup, setBackup] = useState(false)
  const attempt = useTry()
  const form = useCheckedForm({ initialValues: { code: "", isTrusted: false }, validate: { code: checkFilled(t) } })
  const verify = ({ code, isTrusted }: { code: string; isTrusted: boolean }) =>
    attempt.run(async () => {
      const given = { code: code.replace(/\s/g, ""), trustDevice: isTrusted }
      if (isBackup) await answerOf(auth.twoFactor.verifyBackupCode(given))
      else await answerOf(auth.twoFactor.verifyTotp(given))
      location.assign(nextPath())
    })
  return (
    <Door title={t("factor.title")} text={t(isBackup ? "factor.backupText" : "factor.text")}>
      <Form
        onSubmit={form.onSubmit((values) => void verify(values))}
        submit={t("factor.submit")}
        isSubmitting={attempt.isBusy}
        submitError={attempt.problem}
        isWide
      >
        <TextField
          label={t(isBackup ? "factor.backupCode" : "factor.code")}
          autoComplete="one-time-code"
          inputMode={isBackup ? "text" : "numeric"}
          {...form.getInputProps("code")}
        />
        <Checkbox label={t("factor.trust")} {...form.getInputProps("isTrusted", { type: "checkbox" })} />
      </Form>
      <div className={classes.links}>
        <Anchor component="button" type="button" size="sm" onClick={() => setBackup(!isBackup)}>
          {t(isBackup ? "factor.useCode" : "factor.useBackup")}
        </Anchor>
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t("back")}
        </Anchor>
      </div>
    </Door>
  )
}
