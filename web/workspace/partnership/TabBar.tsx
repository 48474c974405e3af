import { Link, useNavigate } from "@tanstack/react-router"
import type { KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { loadTexts } from "#client/i18n"
import { type PartnershipTab, partnershipTabs } from "#client/partnershipSection"
import { useKeys } from "#ui/keys"
import classes from "./tabs/tabs.module.css"
import { sectionsOf, tabPaths } from "./tabs.ts"

type TabBarProps = { slug: string; partnershipId: string; shown: PartnershipTab }

/** The tabs of a partnership, each a link of its own; the digits open them, arrows go along them. */
export const TabBar = ({ slug, partnershipId, shown }: TabBarProps) => {
  const { t } = useTranslation("partnership")
  const navigate = useNavigate()
  useKeys(
    "partnership tabs",
    t("tabs"),
    partnershipTabs.map((tab, index) => ({
      keys: String(index + 1),
      label: t(`tab.${tab}`),
      run: () => void navigate({ to: tabPaths[tab](slug, partnershipId) }),
    })),
  )
  return (
    <nav aria-label={t("tabs")} className={classes.bar}>
      <ul className={classes.tabs}>
        {partnershipTabs.map((tab) => (
          <li key={tab}>
            <Link
              to={tabPaths[tab](slug, partnershipId)}
              className={classes.tab}
              activeOptions={{ exact: true, includeSearch: false }}
              aria-current={tab === shown ? "page" : undefined}
              onKeyDown={goAlong}
              onPointerEnter={() => readyTab(tab)}
              onFocus={() => readyTab(tab)}
            >
              {t(`tab.${tab}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Fetches what a tab is made of, before it is opened. */
const readyTab = (tab: PartnershipTab): void => {
  for (const { texts, load } of sectionsOf(tab)) {
    loadTexts(texts)
    void load()
  }
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

const goAlong = (event: KeyboardEvent<HTMLAnchorElement>): void => {
  const links = [...(event.currentTarget.closest("ul")?.querySelectorAll("a") ?? [])]
  const to = steps[event.key]?.(links.indexOf(event.currentTarget), links.length)
  if (to === undefined) return
  event.preventDefault()
  links[to]?.focus()
}
