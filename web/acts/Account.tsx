import { Stack } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { chooseLanguage, languages } from "#client/i18n"
import { queries } from "#client/queries"
import { sessionQuery, useSession } from "#client/session"
import { useTry } from "#client/useTry"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import { Panel } from "#ui/Panel"
import { SelectField } from "#ui/SelectField"
import { showDone } from "#ui/toast"
import { ChangePassword } from "./account/ChangePassword.tsx"
import { OwnData } from "./account/OwnData.tsx"
import { OwnSessions } from "./account/OwnSessions.tsx"
import { TwoFactor } from "./account/TwoFactor.tsx"

/** What belongs to the person, in every workspace: name, language, password, second factor, sessions, data. */
export const Account = ({ isFactorFirst = false }: { isFactorFirst?: boolean }) => (
  <Stack gap="lg">
    {isFactorFirst ? <TwoFactor /> : null}
    <Profile />
    <ChangePassword />
    {isFactorFirst ? null : <TwoFactor />}
    <OwnSessions />
    <OwnData />
  </Stack>
)

const Profile = () => {
  const { t, i18n } = useTranslation("account")
  const { user } = useSession()
  const attempt = useTry()
  const form = useForm({
    initialValues: { name: user.name, language: i18n.language },
    validate: { name: (text) => (text.trim() === "" ? t("profile.nameNeeded") : null) },
  })
  const save = ({ name, language }: typeof form.values) =>
    attempt.run(async () => {
      const change: { name: string } & Record<string, string> = { name: name.trim(), locale: language }
      await answerOf(auth.updateUser(change))
      chooseLanguage(language)
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
      showDone(t("saved"))
    })
  return (
    <Panel title={t("profile.title")} hint={user.email}>
      <Form
        onSubmit={form.onSubmit((values) => void save(values))}
        submit={t("save")}
        isSubmitting={attempt.isBusy}
        submitError={attempt.problem}
      >
        <TextField label={t("profile.name")} autoComplete="name" {...form.getInputProps("name")} />
        <SelectField
          label={t("profile.language")}
          description={t("profile.languageHint")}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps("language")}
        />
      </Form>
    </Panel>
  )
}
