import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { settingsSectionPath } from "#paths/settings"
import { Page } from "#ui/Page"
import { Account } from "./Account.tsx"
import { Approvals } from "./approvals/Approvals.tsx"
import { Members } from "./Members.tsx"
import { Plans } from "./plans/Plans.tsx"
import classes from "./Settings.module.css"
import { Times } from "./times/Times.tsx"
import { WorkspaceSettings } from "./WorkspaceSettings.tsx"

const sections = {
  workspace: WorkspaceSettings,
  members: Members,
  times: Times,
  plans: Plans,
  approvals: Approvals,
  account: Account,
} as const
type Name = keyof typeof sections
const names = Object.keys(sections) as Name[]

/** What an administrator sets for all, and what each person sets for themselves. */
const Settings = () => {
  const { t } = useTranslation("settings")
  const { slug = "", section } = useParams({ strict: false }) as { slug?: string; section?: string }
  const shown = names.find((name) => name === section) ?? "workspace"
  const Section = sections[shown]
  return (
    <Page title={t("title")} answer={t(`answer.${shown}`)} width="reading">
      <nav aria-label={t("title")} className={classes.tabs}>
        {names.map((name) => (
          <Link key={name} to={settingsSectionPath(slug, name)} aria-current={name === shown ? "page" : undefined}>
            {t(`section.${name}`)}
          </Link>
        ))}
      </nav>
      <Section />
    </Page>
  )
}

export default Settings
