import type { Needed } from "#client/area"
import { mailedLinksPath, securityLogPath, settingsSectionPath } from "./paths.ts"

/** The sections of the settings, in the order of their tabs. */
export const sections = [
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
export type SectionName = (typeof sections)[number]

export const sectionPath = (slug: string, name: SectionName): string => {
  if (name === "links") return mailedLinksPath(slug)
  return name === "security" ? securityLogPath(slug) : settingsSectionPath(slug, name)
}

/** Read by those who answer for the workspace alone. */
const administrators: readonly SectionName[] = ["links", "security", "privacy"]

export const needsOf = (name: SectionName): Needed | undefined =>
  administrators.includes(name) ? "seeToWorkspace" : undefined
