import { Stack } from "@mantine/core"
import { Navigate, useParams, useSearch } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { Diligence } from "#acts/Diligence"
import { useEndpoint } from "#client/useEndpoint"
import { getMergedInto } from "#contract/mergers"
import { getOrganization, type OrganizationForHost } from "#contract/organizations"
import { organizationPath, organizationsPath } from "#paths/organizations"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { Loaded, LoadingState } from "#ui/states"
import { useFormat } from "#ui/text"
import { EditOrganization } from "./EditOrganization.tsx"
import { Marks } from "./Marks.tsx"
import { Mergers } from "./Mergers.tsx"
import { Partnerships } from "./Partnerships.tsx"
import { PartnerUsers } from "./PartnerUsers.tsx"
import { readCompany } from "./view.ts"

/** One company: what is known of it, what one has with it, and who signs in for it. */
const Organization = () => {
  const { organization = "" } = useParams({ strict: false })
  const { slug = "" } = useParams({ strict: false })
  const found = useEndpoint(getOrganization, { params: { organization } })
  const isGone = found.error?.code === "not-found"
  const wentInto = useEndpoint(getMergedInto, { params: { organization } }, { isEnabled: isGone })
  if (isGone && wentInto.data?.went)
    return (
      <Navigate
        to={organizationPath(slug, wentInto.data.went.next.id)}
        search={{ formerly: organization } as never}
        replace
      />
    )
  if (isGone && wentInto.isPending) return <LoadingState />
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
  const { merge: goes, formerly = "" } = readCompany(useSearch({ strict: false }))
  const led = useEndpoint(getMergedInto, { params: { organization: formerly } }, { isEnabled: formerly !== "" })
  const known = [country && format.country(country), format.commas(domains), format.commas(regions)]
    .filter(Boolean)
    .join(" · ")
  const ledHere =
    led.data?.went?.next.id === organization.id ? t("merge.ledHere", { name: led.data.went.former.name }) : ""
  return (
    <Page
      title={organization.name}
      answer={[ledHere, known || t("littleKnown")].filter(Boolean).join(" ")}
      back={{ to: organizationsPath(slug), label: t("title") }}
      width="reading"
    >
      <Stack gap="lg">
        <Panel title={t("partnerships")} isFlush>
          <Partnerships organizationId={organization.id} />
        </Panel>
        <Diligence organizationId={organization.id} />
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
