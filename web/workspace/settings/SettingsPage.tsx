import { Link, useParams } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { mailedLinksPath, securityLogPath, settingsSectionPath } from "#paths/settings"
import { Page } from "#ui/Page"
import classes from "./Settings.module.css"

const names = [
  "workspace",
  "members",
  "times",
  "plans",
  "approvals",
  "links",
  "security",
  "privacy",
  "account",
] as const
export type SectionName = (typeof names)[number]

type SettingsPageProps = { shown: SectionName; width?: "wide" | "reading"; children: ReactNode }

const pathOf = (slug: string, name: SectionName) => {
  if (name === "links") return mailedLinksPath(slug)
  return name === "security" ? securityLogPath(slug) : settingsSectionPath(slug, name)
}

/** One section of the settings, under the tabs of all. */
export const SettingsPage = ({ shown, width = "reading", children }: SettingsPageProps) => {
  const { t } = useTranslation("settings")
  const { slug = "" } = useParams({ strict: false }) as { slug?: string }
  return (
    <Page title={t("title")} answer={t(`answer.${shown}`)} width={width}>
      <nav aria-label={t("title")} className={classes.tabs}>
        {names.map((name) => (
          <Link key={name} to={pathOf(slug, name)} aria-current={name === shown ? "page" : undefined}>
            {t(`section.${name}`)}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  )
}
