import { Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { chooseLanguage } from "#client/i18n"
import { queries } from "#client/queries"
import { sessionQuery, useSession } from "#client/session"
import { useCheckedForm } from "#client/useCheckedForm"
import { useTry } from "#client/useTry"
import { languages } from "#core/languages"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import { chooseRegion, chosenRegion, withRegion } from "#ui/locale"
import { Panel } from "#ui/Panel"
import { CountryField } from "#ui/placeFields"
import { SelectField } from "#ui/SelectField"
import { formatOnPage } from "#ui/text"
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
  const form = useCheckedForm({
    initialValues: { name: user.name, language: i18n.language, region: chosenRegion() },
    validate: { name: (text) => (text.trim() === "" ? t("profile.nameNeeded") : null) },
  })
  const save = ({ name, language, region }: typeof form.values) =>
    attempt.run(async () => {
      const locale = region === "" ? language : `${language}-${region}`
      const change: { name: string } & Record<string, string> = { name: name.trim(), locale }
      await answerOf(auth.updateUser(change))
      chooseLanguage(language)
      chooseRegion(region)
      form.resetDirty()
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
        isDirty={form.isDirty}
      >
        <TextField label={t("profile.name")} autoComplete="name" {...form.getInputProps("name")} />
        <SelectField
          label={t("profile.language")}
          description={t("profile.languageHint")}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps("language")}
        />
        <CountryField
          label={t("profile.formats")}
          placeholder={t("profile.asBrowser")}
          description={<Example locale={withRegion(form.values.language, form.values.region)} />}
          {...form.getInputProps("region")}
        />
      </Form>
    </Panel>
  )
}

/** How a day, a number and an amount look then. */
const Example = ({ locale }: { locale: string }) => {
  const { date, number, money } = formatOnPage(locale)
  return [date("2027-03-31"), number(1234.5, 1), money({ amountMinor: 1_234_500, currency: "EUR" })].join(" · ")
}
