import { useLocation, useNavigate, useParams } from "@tanstack/react-router"
import { lazy, Suspense, useEffect } from "react"
import { useTranslation } from "react-i18next"
import { PartnershipExport } from "#acts/PartnershipExport"
import { loadTexts } from "#client/i18n"
import { useView } from "#client/search"
import { useEndpoint } from "#client/useEndpoint"
import { getPartnership, type PartnershipForHost } from "#contract/portfolio"
import { HealthMark } from "#marks/HealthMark"
import { StageBadge } from "#marks/StageBadge"
import { TypeBadge } from "#marks/TypeBadge"
import { portfolioPath } from "#paths/portfolio"
import { Page } from "#ui/Page"
import { Loaded } from "#ui/states"
import { MoveMenu } from "./header/MoveMenu.tsx"
import { useAnswer } from "./header/useAnswer.ts"
import classes from "./page.module.css"
import { Rail } from "./rail/Rail.tsx"
import { TabBar } from "./TabBar.tsx"
import { TabContent } from "./TabContent.tsx"
import { sections, tabAt, tabPaths } from "./tabs.ts"

// Where a workspace has no condition, nothing is marked.
const AttentionMark = lazy(() => {
  loadTexts(["attention"])
  return import("#acts/AttentionMark").then((marks) => ({ default: marks.AttentionMark }))
})

const ThreadDrawer = lazy(() => {
  loadTexts(["discussion"])
  return import("#acts/ThreadDrawer").then((drawer) => ({ default: drawer.ThreadDrawer }))
})

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

const readThread = (raw: Record<string, unknown>) => ({ hasThread: raw.thread !== undefined })

const Shown = ({ partnership }: { partnership: PartnershipForHost }) => {
  const { t } = useTranslation("partnership")
  const { slug = "" } = useParams({ strict: false })
  const tab = tabAt(useLocation().pathname)
  const [{ hasThread }] = useView(readThread)
  useOldAnchors(slug, partnership.id)
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
          <MoveMenu partnership={partnership} />
        </>
      }
    >
      <div className={classes.body}>
        <div className={classes.main}>
          <TabBar slug={slug} partnershipId={id} shown={tab} />
          <TabContent key={tab} tab={tab} partnershipId={id} />
        </div>
        <Rail partnership={partnership} />
      </div>
      <Suspense>{hasThread ? <ThreadDrawer /> : null}</Suspense>
    </Page>
  )
}

/** Addresses from when all sections stood on one page: `#people` leads to the tab where they are now. */
const useOldAnchors = (slug: string, partnershipId: string): void => {
  const navigate = useNavigate()
  const { pathname, hash } = useLocation()
  useEffect(() => {
    const section = sections.find(({ key }) => key === hash)
    if (section && section.tab !== tabAt(pathname))
      void navigate({
        to: tabPaths[section.tab](slug, partnershipId),
        hash,
        search: ((kept: object) => kept) as never,
        replace: true,
      })
  }, [pathname, hash, slug, partnershipId, navigate])
}

export default PartnershipPage
