import { Stack } from "@mantine/core"
import type { ComponentType } from "react"
import { useTranslation } from "react-i18next"
import { Agreements } from "#acts/Agreements"
import { Certificates } from "#acts/Certificates"
import { Discussion } from "#acts/Discussion"
import { PartnershipFiles } from "#acts/Files"
import { Notes } from "#acts/Notes"
import { Objectives } from "#acts/Objectives"
import { Onboardings } from "#acts/Onboardings"
import { PartnershipTimeline } from "#acts/PartnershipTimeline"
import { People } from "#acts/People"
import { Promises } from "#acts/Promises"
import { Registrations } from "#acts/Registrations"
import { Standings } from "#acts/Standings"
import { Tasks } from "#acts/Tasks"
import { Threads } from "#acts/Threads"
import { useSlug } from "#client/workspace"
import type { PartnershipForPartner } from "#contract/portfolio"
import { portalAgreementDraftPath } from "#portal/agreement-draft"
import { portalNegotiationPath } from "#portal/negotiation"
import { portalPromisePath } from "#portal/promises"
import { Panel } from "#ui/Panel"
import { RowsNote } from "#ui/Rows"
import { EmptyState } from "#ui/states"

type Shown = Readonly<{ partnership: PartnershipForPartner }>

const PromisesBothWays = ({ partnership: { id, partyId, hostName } }: Shown) => {
  const slug = useSlug()
  const { t } = useTranslation("portal/partnership")
  return (
    <Promises
      partnershipId={id}
      reader={{ side: "partner", partyId, hostName }}
      promiseAt={(commitment) => portalPromisePath(slug, commitment)}
      empty={<EmptyState title={t("noPromises.title")}>{t("noPromises.text", { host: hostName })}</EmptyState>}
    />
  )
}

const Signed = ({ partnership: { id, hostName } }: Shown) => {
  const { t } = useTranslation("portal/partnership")
  const slug = useSlug()
  return (
    <Agreements
      partnershipId={id}
      empty={t("noAgreement", { host: hostName })}
      draftAt={(draft) => portalAgreementDraftPath(slug, draft)}
      textAt={(draft) => portalNegotiationPath(slug, id, draft)}
    />
  )
}

const GettingStarted = ({ partnership: { id, hostName } }: Shown) => {
  const { t } = useTranslation("portal/partnership")
  return <Onboardings partnershipId={id} empty={<RowsNote>{t("noOnboarding", { host: hostName })}</RowsNote>} />
}

const InPrograms = ({ partnership: { id, hostName } }: Shown) => {
  const { t } = useTranslation("portal/partnership")
  return (
    <Stack gap="lg">
      <Standings partnershipId={id} empty={t("noProgram", { host: hostName })} />
      <Certificates partnershipId={id} />
    </Stack>
  )
}

const Attached = ({ partnership: { id } }: Shown) => {
  const { t } = useTranslation("files")
  return (
    <Panel title={t("title")} hint={t("hint")}>
      <PartnershipFiles partnershipId={id} />
    </Panel>
  )
}

const Talk = ({ partnership: { id } }: Shown) => {
  const { t } = useTranslation("discussion")
  return (
    <Panel title={t("title")} hint={t("hint")}>
      <Threads partnershipId={id} />
      <Discussion subject={{ kind: "partnership", id }} />
    </Panel>
  )
}

/** What the page shows below its facts, in reading order; each loads what it needs by itself, and speaks of the reader's side. */
export const sections = [
  { key: "promises", Section: PromisesBothWays },
  { key: "onboarding", Section: GettingStarted },
  {
    key: "tasks",
    Section: ({ partnership: { id } }) => <Tasks subject={{ kind: "partnership", id }} partnershipId={id} />,
  },
  {
    key: "registrations",
    Section: ({ partnership: { id } }) => <Registrations partnershipId={id} />,
  },
  { key: "agreements", Section: Signed },
  { key: "objectives", Section: ({ partnership: { id } }) => <Objectives partnershipId={id} /> },
  { key: "programs", Section: InPrograms },
  { key: "files", Section: Attached },
  { key: "people", Section: ({ partnership: { id } }) => <People partnershipId={id} /> },
  { key: "discussion", Section: Talk },
  { key: "timeline", Section: ({ partnership: { id } }) => <PartnershipTimeline partnershipId={id} /> },
  { key: "notes", Section: ({ partnership: { id } }) => <Notes partnershipId={id} /> },
] as const satisfies readonly Readonly<{ key: string; Section: ComponentType<Shown> }>[]
