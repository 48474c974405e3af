import { Anchor, Stack } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { getApplication, type WholeApplication } from "#contract/recruitment"
import { languages } from "#core/languages"
import { applicationsPath, candidatePath, formPath } from "#paths/recruit"
import { Fact, Facts } from "#ui/Facts"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { MomentText, Unknown, useFormat } from "#ui/text"
import { ApplicationActs } from "./ApplicationActs.tsx"
import { ApplicationFiles } from "./ApplicationFiles.tsx"
import { ApplicationMark } from "./ApplicationMark.tsx"
import { ConflictRows } from "./Conflicts.tsx"

/** One application: who sent what, why it is held back if it is, and what is known of the company. */
const Application = () => {
  const { application = "" } = useParams({ strict: false })
  const found = useEndpoint(getApplication, { params: { application } })
  return (
    <Loaded from={found} isPage>
      {(shown) => <Shown application={shown} />}
    </Loaded>
  )
}

const Shown = ({ application }: { application: WholeApplication }) => {
  const { t } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  const { state, suspicions, conflicts, answers, additions } = application
  return (
    <Page
      title={application.company}
      answer={t(`applications.stands.${state}`)}
      marks={<ApplicationMark state={state} />}
      actions={<ApplicationActs application={application} />}
      back={{ to: applicationsPath(slug), label: t("applications.title") }}
      width="reading"
    >
      <Stack gap="lg">
        {suspicions.length === 0 ? null : (
          <Panel title={t("applications.suspicions")} isFlush>
            <Rows>
              {suspicions.map((each) => (
                <Row key={each} isLong name={t(`applications.suspicion.${each}`)} />
              ))}
            </Rows>
          </Panel>
        )}
        <Said application={application} />
        {state !== "suspected" ? null : (
          <Panel title={t("applications.mayBe")} hint={t("applications.mayBeHint")} isFlush>
            {conflicts.length === 0 ? <RowsNote>{t("conflicts.none")}</RowsNote> : <ConflictRows items={conflicts} />}
          </Panel>
        )}
        <Panel title={t("applications.answers")} isFlush>
          {answers.length === 0 ? <RowsNote>{t("applications.noAnswers")}</RowsNote> : <Answers answers={answers} />}
        </Panel>
        <ApplicationFiles application={application} />
        {additions.length === 0 ? null : (
          <Panel title={t("applications.additions")} isFlush>
            <Answers
              answers={additions.map(({ asked, words }) => ({
                question: asked,
                answer: words ?? t("applications.waits"),
              }))}
            />
          </Panel>
        )}
      </Stack>
    </Page>
  )
}

const Answers = ({ answers }: { answers: WholeApplication["answers"] }) => (
  <Rows>
    {answers.map(({ question, answer }) => (
      <Row key={question} isLong name={question} lines={<RowLine isStrong>{answer}</RowLine>} />
    ))}
  </Rows>
)

const Said = ({ application }: { application: WholeApplication }) => {
  const { t } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  const { country, candidateId, why } = application
  return (
    <Panel>
      <Facts>
        <Fact label={t("applications.form")}>
          <Anchor component={Link} to={formPath(slug, application.formId)}>
            {application.formTitle}
          </Anchor>
        </Fact>
        <Fact label={t("applications.receivedAt")}>
          <MomentText at={application.receivedAt} />
        </Fact>
        <Fact label={t("applications.person")}>{application.person}</Fact>
        <Fact label={t("applications.email")}>{application.email}</Fact>
        <Fact label={t("applications.website")}>{application.website ?? <Unknown />}</Fact>
        <Fact label={t("applications.country")}>{country === null ? <Unknown /> : format.country(country)}</Fact>
        <Fact label={t("add.registrationNumber")}>{application.registrationNumber ?? <Unknown />}</Fact>
        <Fact label={t("applications.language")}>{languages[application.language]}</Fact>
        {candidateId === null ? null : (
          <Fact label={t("applications.candidate")}>
            <Anchor component={Link} to={candidatePath(slug, candidateId)}>
              {t("applications.openCandidate")}
            </Anchor>
          </Fact>
        )}
        {why === null ? null : (
          <Fact label={t("applications.state.discarded")}>{t("applications.discardedWhy", { why })}</Fact>
        )}
      </Facts>
    </Panel>
  )
}

export default Application
