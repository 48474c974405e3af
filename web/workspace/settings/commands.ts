import { areaCommand } from "#client/areaCommand"
import { sectionPath, sections } from "./sections.ts"

export const commands = [
  ...sections.map((name) => areaCommand("settings", "go", `section.${name}`, (slug) => sectionPath(slug, name))),
  areaCommand("settings", "create", "invite.open", (slug) => sectionPath(slug, "members")),
]
