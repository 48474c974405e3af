import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { useCheckedForm } from "#client/useCheckedForm"
import { useTry } from "#client/useTry"
import { Form } from "#ui/Form"
import { PasswordField } from "#ui/fields"
import { Panel } from "#ui/Panel"
import { showDone } from "#ui/toast"
import { refreshSessions } from "./sessions.ts"
import { leastPassword, strengthOf } from "./strength.ts"

/** Another password, for who knows the old one. Every other session ends. */
export const ChangePassword = () => {
  const { t } = useTranslation("account")
  const attempt = useTry()
  const form = useCheckedForm({
    initialValues: { current: "", next: "" },
    validate: {
      current: (text) => (text === "" ? t("factor.passwordNeeded") : null),
      next: (text, { current }) =>
        text.length < leastPassword
          ? t("change.tooShort", { count: leastPassword })
          : text === current
            ? t("change.same")
            : null,
    },
  })
  const change = ({ current, next }: typeof form.values) =>
    attempt.run(async () => {
      await answerOf(auth.changePassword({ currentPassword: current, newPassword: next, revokeOtherSessions: true }))
      form.reset()
      showDone(t("change.done"))
      await refreshSessions()
    })
  const { next } = form.values
  return (
    <Panel title={t("change.title")} hint={t("change.hint")}>
      <Form
        onSubmit={form.onSubmit((values) => void change(values))}
        submit={t("change.submit")}
        isSubmitting={attempt.isBusy}
        submitError={attempt.problem}
      >
        <PasswordField label={t("change.current")} autoComplete="current-password" {...form.getInputProps("current")} />
        <PasswordField
          label={t("change.next")}
          description={next === "" ? undefined : t(`change.strength.${strengthOf(next)}`)}
          autoComplete="new-password"
          {...form.getInputProps("next")}
        />
      </Form>
    </Panel>
  )
}
