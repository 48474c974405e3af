import { Link, useParams } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useMayGo } from "#client/useMayGo"
import { Page } from "#ui/Page"
import classes from "./Settings.module.css"
import { needsOf, type SectionName, sectionPath, sections } from "./sections.ts"

type SettingsPageProps = { shown: SectionName; width?: "wide" | "reading"; children: ReactNode }

/** One section of the settings, under the tabs of all. */
export const SettingsPage = ({ shown, width = "reading", children }: SettingsPageProps) => {
  const { t } = useTranslation("settings")
  const { slug = "" } = useParams({ strict: false }) as { slug?: string }
  const mayGo = useMayGo()
  return (
    <Page title={t("title")} answer={t(`answer.${shown}`)} width={width}>
      <nav aria-label={t("title")} className={classes.tabs}>
        {sections
          .filter((name) => name === shown || mayGo(needsOf(name)))
          .map((name) => (
            <Link key={name} to={sectionPath(slug, name)} aria-current={name === shown ? "page" : undefined}>
              {t(`section.${name}`)}
            </Link>
          ))}
      </nav>
      {children}
    </Page>
  )
}
