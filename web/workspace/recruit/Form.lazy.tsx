import { Anchor, Stack } from "@mantine/core"
import { useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type ApplicationForm, getForm } from "#contract/recruitment"
import { applicationsPath } from "#paths/recruit"
import { Fact, Facts } from "#ui/Facts"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { EditForm } from "./EditForm.tsx"

/** One form: where it lies, what it says and asks, and whether it is open. */
const Form = () => {
  const { form = "" } = useParams({ strict: false })
  const found = useEndpoint(getForm, { params: { form } })
  return (
    <Loaded from={found} isPage>
      {(shown) => <Shown form={shown} />}
    </Loaded>
  )
}

const Shown = ({ form }: { form: ApplicationForm }) => {
  const { t } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  return (
    <Page
      title={form.words[0]?.title ?? ""}
      answer={t(`forms.stands.${form.isOpen ? "open" : "closed"}`)}
      back={{ to: applicationsPath(slug), label: t("applications.title") }}
      width="reading"
    >
      <Stack gap="lg">
        <Panel hint={t("forms.addressHint")} title={t("forms.address")}>
          <Facts>
            <Fact label={t("forms.address")}>
              <Anchor href={form.url} target="_blank" rel="noreferrer" style={{ overflowWrap: "anywhere" }}>
                {form.url}
              </Anchor>
            </Fact>
            <Fact label={t("applications.title")}>
              {[t("forms.came", { count: form.applications }), t("forms.held", { count: form.suspected })].join(" · ")}
            </Fact>
          </Facts>
        </Panel>
        <Panel>
          <EditForm key={form.version} form={form} />
        </Panel>
      </Stack>
    </Page>
  )
}

export default Form
