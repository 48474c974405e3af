import { ActionIcon, Button, Fieldset, Group, MultiSelect, SimpleGrid, Stack } from "@mantine/core"
import { IconTrash } from "@tabler/icons-react"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { OwnerField } from "#acts/OwnerField"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { type ApplicationForm, editForm, listProfiles, mostQuestions } from "#contract/recruitment"
import { languageCodes, languages as namesOfLanguages } from "#core/languages"
import { Form } from "#ui/Form"
import { AreaField, CheckField, TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import { anotherQuestion, formOf, type TypedForm, typedForm } from "./formTyped.ts"

/** What a form says in each language, and asks; whoever may not change it reads it here. */
export const EditForm = ({ form: known }: { form: ApplicationForm }) => {
  const { t } = useTranslation("recruit")
  const profiles = useEndpoint(listProfiles, {}).data?.items ?? []
  const sent = useRef(typedForm(known))
  const { form, sending } = useActForm<typeof editForm, TypedForm>(editForm, {
    initialValues: typedForm(known),
    validate: { languages: (chosen) => (chosen.length === 0 ? t("forms.languageNeeded") : null) },
    argsOf: (typed) => {
      sent.current = typed
      return { params: { form: known.id }, input: formOf(typed), ifMatch: known.version }
    },
    fieldOf: (name) => fieldOf(name, sent.current),
    done: () => t("keep.saved"),
  })
  const reason = reasonOf(known.abilities.edit)
  const locked = { disabledReason: reason }
  const { languages, questions } = form.values
  return (
    <Form {...sending} submit={t("keep.save")} disabledReason={reason}>
      <CheckField label={t("forms.isOpen")} {...locked} {...form.getInputProps("isOpen", { type: "checkbox" })} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField
          label={t("profile")}
          data={profiles
            .filter(({ id, published, isRetired }) => id === known.profileId || (published !== null && !isRetired))
            .map(({ id, name }) => ({ value: id, label: name }))}
          {...locked}
          {...form.getInputProps("profileId")}
        />
        <OwnerField label={t("owner")} {...locked} {...form.getInputProps("ownerId")} />
      </SimpleGrid>
      <MultiSelect
        label={t("forms.languages")}
        description={t("forms.languagesHint")}
        data={languageCodes.map((value) => ({ value, label: namesOfLanguages[value] }))}
        disabled={reason !== undefined}
        {...form.getInputProps("languages")}
      />
      <CheckField
        label={t("forms.takesFiles")}
        {...locked}
        {...form.getInputProps("takesFiles", { type: "checkbox" })}
      />
      <Fieldset legend={t("forms.questions")}>
        <Stack gap="sm">
          <p>{t("forms.questionsHint")}</p>
          {questions.map(({ key }, place) => (
            <Group key={key} justify="space-between">
              <span>{t("criterion", { number: place + 1 })}</span>
              <CheckField
                label={t("forms.mustBeAnswered")}
                {...locked}
                {...form.getInputProps(`questions.${place}.isRequired`, { type: "checkbox" })}
              />
              {reason === undefined ? (
                <ActionIcon
                  aria-label={t("removeOf", { question: t("criterion", { number: place + 1 }) })}
                  title={t("remove")}
                  onClick={() => form.removeListItem("questions", place)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              ) : null}
            </Group>
          ))}
          {reason === undefined && questions.length < mostQuestions ? (
            <Button
              variant="default"
              onClick={() => form.insertListItem("questions", anotherQuestion(questions))}
              style={{ alignSelf: "flex-start" }}
            >
              {t("addCriterion")}
            </Button>
          ) : null}
        </Stack>
      </Fieldset>
      {languages.map((language) => (
        <Fieldset key={language} legend={t("forms.says", { language: namesOfLanguages[language] })} lang={language}>
          <Stack gap="sm">
            <TextField label={t("forms.formTitle")} {...locked} {...form.getInputProps(`words.${language}.title`)} />
            <AreaField label={t("forms.intro")} {...locked} {...form.getInputProps(`words.${language}.intro`)} />
            {questions.map(({ key }, place) => (
              <TextField
                key={key}
                label={t("criterion", { number: place + 1 })}
                {...locked}
                {...form.getInputProps(`words.${language}.questions.${key}`)}
                value={form.values.words[language].questions[key] ?? ""}
              />
            ))}
          </Stack>
        </Fieldset>
      ))}
    </Form>
  )
}

/** The server names words by their place in its list; the page by their language, and questions by their key. */
const fieldOf = (name: string, { languages, questions }: TypedForm): string => {
  const [, place = "", field = "", question = ""] = /^words\.(\d+)\.(\w+)(?:\.(\d+))?$/.exec(name) ?? []
  const language = languages[Number(place)]
  if (place === "" || language === undefined) return name
  const key = questions[Number(question)]?.key
  return field === "questions" && key !== undefined
    ? `words.${language}.questions.${key}`
    : `words.${language}.${field}`
}
