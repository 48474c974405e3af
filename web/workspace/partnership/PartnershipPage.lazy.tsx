import { useParams } from "@tanstack/react-router"
import { lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import { PartnershipExport } from "#acts/PartnershipExport"
import { loadTexts } from "#client/i18n"
import { useEndpoint } from "#client/useEndpoint"
import { getPartnership, type PartnershipForHost } from "#contract/portfolio"
import { HealthMark } from "#marks/HealthMark"
import { StageBadge } from "#marks/StageBadge"
import { TypeBadge } from "#marks/TypeBadge"
import { portfolioPath } from "#paths/portfolio"
import { Page } from "#ui/Page"
import { Loaded, LoadingState } from "#ui/states"
import { MoveMenu } from "./header/MoveMenu.tsx"
import { useAnswer } from "./header/useAnswer.ts"
import { ShareOverview } from "./share/ShareOverview.tsx"

// Where a workspace has no condition, nothing is marked.
const AttentionMark = lazy(() => {
  loadTexts(["attention"])
  return import("#acts/AttentionMark").then((marks) => ({ default: marks.AttentionMark }))
})

// The answer is read while this is fetched.
const Body = lazy(() => import("./Body.lazy.tsx"))

/** A partnership: its answer, its tabs, and beside them what is said of it. */
const PartnershipPage = () => {
  const { partnership = "" } = useParams({ strict: false })
  const found = useEndpoint(getPartnership, { params: { partnership } })
  return (
    <Loaded from={found} isPage>
      {(shown) => <Shown partnership={shown} />}
    </Loaded>
  )
}

const Shown = ({ partnership }: { partnership: PartnershipForHost }) => {
  const { t } = useTranslation("partnership")
  const { slug = "" } = useParams({ strict: false })
  const { id, name, type, stage, drift, attention } = partnership
  return (
    <Page
      title={name}
      answer={useAnswer(partnership)}
      back={{ to: portfolioPath(slug), label: t("back") }}
      marks={
        <>
          <TypeBadge type={type} />
          <StageBadge stage={stage} />
          <HealthMark health={drift.state} />
          <Suspense>{attention ? <AttentionMark verdict={attention} /> : null}</Suspense>
        </>
      }
      actions={
        <>
          <PartnershipExport partnershipId={id} />
          <ShareOverview partnership={partnership} />
          <MoveMenu partnership={partnership} />
        </>
      }
    >
      <Suspense fallback={<LoadingState />}>
        <Body partnership={partnership} />
      </Suspense>
    </Page>
  )
}

export default PartnershipPage
