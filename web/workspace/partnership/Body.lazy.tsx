import { useLocation, useNavigate, useParams } from "@tanstack/react-router"
import { lazy, Suspense, useEffect } from "react"
import { loadTexts } from "#client/i18n"
import { useView } from "#client/search"
import type { PartnershipForHost } from "#contract/portfolio"
import classes from "./page.module.css"
import { Rail } from "./rail/Rail.tsx"
import { TabBar } from "./TabBar.tsx"
import { TabContent } from "./TabContent.tsx"
import { sections, tabAt, tabPaths } from "./tabs.ts"

const ThreadDrawer = lazy(() => {
  loadTexts(["discussion"])
  return import("#acts/ThreadDrawer").then((drawer) => ({ default: drawer.ThreadDrawer }))
})

const readThread = (raw: Record<string, unknown>) => ({ hasThread: raw.thread !== undefined })

/** The tabs of a partnership, and beside them what is said of it. */
const Body = ({ partnership }: { partnership: PartnershipForHost }) => {
  const { slug = "" } = useParams({ strict: false })
  const tab = tabAt(useLocation().pathname)
  const [{ hasThread }] = useView(readThread)
  useOldAnchors(slug, partnership.id)
  return (
    <>
      <div className={classes.body}>
        <div className={classes.main}>
          <TabBar slug={slug} partnershipId={partnership.id} shown={tab} />
          <TabContent key={tab} tab={tab} partnershipId={partnership.id} />
        </div>
        <Rail partnership={partnership} />
      </div>
      <Suspense>{hasThread ? <ThreadDrawer /> : null}</Suspense>
    </>
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

export default Body
