import { useParams } from "@tanstack/react-router"
import { Account } from "#acts/Account"
import { Approvals } from "./approvals/Approvals.tsx"
import { Members } from "./Members.tsx"
import { Plans } from "./plans/Plans.tsx"
import { Privacy } from "./privacy/Privacy.tsx"
import { SettingsPage } from "./SettingsPage.tsx"
import type { SectionName } from "./sections.ts"
import { Times } from "./times/Times.tsx"
import { WorkspaceSettings } from "./WorkspaceSettings.tsx"

/** The links have filters in their address and with them a page of their own. */
const sections = {
  workspace: WorkspaceSettings,
  members: Members,
  times: Times,
  plans: Plans,
  approvals: Approvals,
  privacy: Privacy,
  account: Account,
} as const satisfies Partial<Record<SectionName, unknown>>
type Name = keyof typeof sections
const names = Object.keys(sections) as Name[]

/** What an administrator sets for all, and what each person sets for themselves. */
const Settings = () => {
  const { section } = useParams({ strict: false }) as { section?: string }
  const shown = names.find((name) => name === section) ?? "workspace"
  const Section = sections[shown]
  return (
    <SettingsPage shown={shown}>
      <Section />
    </SettingsPage>
  )
}

export default Settings
