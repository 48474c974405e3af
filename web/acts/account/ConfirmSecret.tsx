import { Anchor } from "@mantine/core"
import { lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { useCheckedForm } from "#client/useCheckedForm"
import { useTry } from "#client/useTry"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import { showDone } from "#ui/toast"
import classes from "./account.module.css"
import { CodeList } from "./CodeList.tsx"

const QrCode = lazy(() => import("./QrCode.lazy.tsx"))

/** What the authenticator app needs, and the codes for the day it is lost. Shown once. */
export type Secret = Readonly<{ uri: string; backupCodes: readonly string[] }>

/** Shows the secret and asks for the first code, so that nobody locks themselves out. */
export const ConfirmSecret = ({ secret, onDone }: { secret: Secret; onDone: () => void }) => {
  const { t } = useTranslation("account")
  const attempt = useTry()
  const form = useCheckedForm({
    initialValues: { code: "" },
    validate: { code: (text) => (/^\s*\d{3}\s*\d{3}\s*$/.test(text) ? null : t("factor.codeNeeded")) },
  })
  const key = new URL(secret.uri).searchParams.get("secret") ?? ""
  const confirm = ({ code }: { code: string }) =>
    attempt.run(async () => {
      await answerOf(auth.twoFactor.verifyTotp({ code: code.replace(/\s/g, "") }))
      showDone(t("factor.done"))
      onDone()
    })
  return (
    <Form
      onSubmit={form.onSubmit((values) => void confirm(values))}
      submit={t("factor.confirm")}
      isSubmitting={attempt.isBusy}
      submitError={attempt.problem}
    >
      <div className={classes.key}>
        <Suspense fallback={<div className={classes.qr} />}>
          <QrCode text={secret.uri} label={t("factor.qr")} />
        </Suspense>
        <div>
          <p>
            {t("factor.addKey")}{" "}
            <Anchor href={secret.uri} underline="always">
              {t("factor.openApp")}
            </Anchor>
          </p>
          <p className={classes.secret}>{key.replace(/(.{4})/g, "$1 ")}</p>
        </div>
      </div>
      <CodeList text={t("factor.keepCodes")} codes={secret.backupCodes} />
      <TextField
        label={t("factor.code")}
        autoComplete="one-time-code"
        inputMode="numeric"
        {...form.getInputProps("code")}
      />
    </Form>
  )
}
