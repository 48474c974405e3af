import { type ComponentType, type LazyExoticComponent, lazy, Suspense, useEffect } from "react"
import { loadTexts } from "#client/i18n"
import type { PartnershipSection, PartnershipTab } from "#client/partnershipSection"
import { LoadingState } from "#ui/states"
import classes from "./tabs/content.module.css"
import { sections, sectionsOf } from "./tabs.ts"

type Section = LazyExoticComponent<ComponentType<{ partnershipId: string }>>

const lazyOf = ({ texts, load }: PartnershipSection): Section =>
  lazy(() => {
    loadTexts(texts)
    return load()
  })

const drawn = new Map(sections.map((section) => [section, lazyOf(section)]))

/** What stands in a tab, section by section, each with its anchor. */
export const TabContent = ({ tab, partnershipId }: { tab: PartnershipTab; partnershipId: string }) => (
  <Suspense fallback={<LoadingState />}>
    {sectionsOf(tab).map((section) => {
      const Section = drawn.get(section)
      return Section ? (
        <div key={section.key} id={section.key} className={classes.section}>
          <Section partnershipId={partnershipId} />
        </div>
      ) : null
    })}
    <ToAnchor />
  </Suspense>
)

/** An address that names a section is opened before the section is there. */
const ToAnchor = () => {
  useEffect(() => {
    if (scrollY === 0 && location.hash !== "") document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [])
  return null
}
