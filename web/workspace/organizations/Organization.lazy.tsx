import { Stack } from "@mantine/core"
import { useParams, useSearch } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { getOrganization, type OrganizationForHost } from "#contract/organizations"
import { organizationsPath } from "#paths/organizations"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { EditOrganization } from "./EditOrganization.tsx"
import { Marks } from "./Marks.tsx"
import { Mergers } from "./Mergers.tsx"
import { Partnerships } from "./Partnerships.tsx"
import { PartnerUsers } from "./PartnerUsers.tsx"
import { readMerge } from "./view.ts"

/** One company: what is known of it, what one has with it, and who signs in for it. */
const Organization = () => {
  const { organization = "" } = useParams({ strict: false })
  const found = useEndpoint(getOrganization, { params: { organization } })
  return (
    <Loaded from={found} isPage>
      {(shown) => <Shown organization={shown} />}
    </Loaded>
  )
}

const Shown = ({ organization }: { organization: OrganizationForHost }) => {
  const { t } = useTranslation("organizations")
  const { slug = "" } = useParams({ strict: false })
  const { country, domains, regions } = organization
  const format = useFormat()
  const { merge: goes } = readMerge(useSearch({ strict: false }))
  const known = [country && format.country(country), domains.join(", "), regions.join(", ")].filter(Boolean).join(" · ")
  return (
    <Page
      title={organization.name}
      answer={known || t("littleKnown")}
      back={{ to: organizationsPath(slug), label: t("title") }}
      width="reading"
    >
      <Stack gap="lg">
        <Panel title={t("partnerships")} isFlush>
          <Partnerships organizationId={organization.id} />
        </Panel>
        <PartnerUsers organizationId={organization.id} />
        <Panel title={t("details")}>
          <EditOrganization key={organization.version} organization={organization} />
        </Panel>
        <Marks organizationId={organization.id} />
        <Mergers key={goes ?? ""} organization={organization} goes={goes} />
      </Stack>
    </Page>
  )
}

export default Organization
