import { areaCommand } from "#client/areaCommand"
import { needsOf, sectionPath, sections } from "./sections.ts"

export const commands = [
  ...sections.map((name) =>
    areaCommand("settings", "go", `section.${name}`, (slug) => sectionPath(slug, name), needsOf(name)),
  ),
  areaCommand("settings", "create", "invite.open", (slug) => sectionPath(slug, "members"), "seeToWorkspace"),
]
