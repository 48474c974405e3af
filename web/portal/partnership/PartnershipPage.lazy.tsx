import { Button } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import { PartnershipExport } from "#acts/PartnershipExport"
import { loadTexts } from "#client/i18n"
import { useEndpoint } from "#client/useEndpoint"
import { listOwnPartnerships, type PartnershipForPartner } from "#contract/portfolio"
import { StageBadge } from "#marks/StageBadge"
import { TypeBadge } from "#marks/TypeBadge"
import { portalHomePath } from "#portal/home"
import { portalInboxPath } from "#portal/inbox"
import { vendorPath } from "#portal/vendor"
import { Page } from "#ui/Page"
import { Loaded, LoadingState, NotFoundState } from "#ui/states"
import { OwnFacts } from "./OwnFacts.tsx"
import { useAnswer } from "./useAnswer.ts"

// The answer and the facts are read while this is fetched.
const Evidence = lazy(() => {
  loadTexts([
    "files",
    "discussion",
    "onboarding",
    "tasks",
    "objectives",
    "agreements",
    "people",
    "timeline",
    "events",
    "notes",
    "standings",
  ])
  return import("./Evidence.lazy.tsx")
})

/** The shared record of one partnership, as the company reads it: what it owes and is owed, and nothing the host thinks. */
const PartnershipPage = () => {
  const { partnership: id = "" } = useParams({ strict: false })
  const own = useEndpoint(listOwnPartnerships, { query: { partnership: id } })
  return (
    <Loaded from={own} isPage>
      {({ items: [partnership], total }) => {
        return partnership ? <Shown partnership={partnership} isOnly={total === 1} /> : <NotFoundState isPage />
      }}
    </Loaded>
  )
}

const Shown = ({ partnership, isOnly }: { partnership: PartnershipForPartner; isOnly: boolean }) => {
  const { t } = useTranslation(["portal/partnership", "portal"])
  const { slug = "" } = useParams({ strict: false })
  const { hostName, name, type, stage } = partnership
  // A vendor's own page shows nothing but the one partnership: the way back leads past it.
  const back = isOnly ? { to: portalHomePath(), label: t("portal:home") } : { to: vendorPath(slug), label: hostName }
  return (
    <Page
      title={t("title", { host: hostName, name })}
      answer={useAnswer(partnership)}
      actions={
        <>
          <PartnershipExport partnershipId={partnership.id} />
          <Button component={Link} to={portalInboxPath(slug)} variant="default">
            {t("news")}
          </Button>
        </>
      }
      back={back}
      marks={
        <>
          <TypeBadge type={type} />
          <StageBadge stage={stage} />
        </>
      }
    >
      <OwnFacts partnership={partnership} />
      <Suspense fallback={<LoadingState />}>
        <Evidence partnership={partnership} />
      </Suspense>
    </Page>
  )
}

export default PartnershipPage
