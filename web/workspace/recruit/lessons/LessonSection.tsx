import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { getLesson, type Lesson, writeLesson } from "#contract/recruitment"
import { Form } from "#ui/Form"
import { AreaField } from "#ui/fields"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"

/** What is learnt of a partnership, once it has ended; before that there is nothing to say here. */
export const LessonSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("lessons")
  const found = useEndpoint(getLesson, { params: { partnership: partnershipId } }).data
  if (!found?.isEnded) return null
  return (
    <Panel title={t("title")} hint={t("hint")} visibility="host">
      <Shown key={found.version} partnershipId={partnershipId} lesson={found} />
    </Panel>
  )
}

const Shown = ({ partnershipId, lesson }: { partnershipId: string; lesson: Lesson }) => {
  const { t } = useTranslation("lessons")
  const format = useFormat()
  const { why, words, writtenBy, writtenAt, version, abilities } = lesson
  const reason = reasonOf(abilities.write)
  const { form, sending } = useActForm(writeLesson, {
    initialValues: { lesson: words ?? "" },
    argsOf: ({ lesson: typed }) => ({
      params: { partnership: partnershipId },
      input: { lesson: typed.trim() === "" ? null : typed },
      ifMatch: version,
    }),
    done: () => t("saved"),
  })
  return (
    <>
      <Text size="sm">{why === null ? t("whyUnknown") : t("why", { why })}</Text>
      {reason === undefined ? (
        <Form {...sending} submit={t("save")}>
          <AreaField label={t("words")} description={t("placeholder")} {...form.getInputProps("lesson")} />
        </Form>
      ) : (
        <Text size="sm">{words ?? t("none")}</Text>
      )}
      {writtenAt === null ? null : (
        <Text size="sm" c="dimmed">
          {t("by", { name: writtenBy ?? "–", date: format.dayOf(writtenAt) })}
        </Text>
      )}
    </>
  )
}
