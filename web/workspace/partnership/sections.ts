import type { ParseKeys } from "i18next"
import type { ComponentType } from "react"
import { NotesSection } from "./notes/NotesSection.tsx"
import { PeopleSection } from "./people/PeopleSection.tsx"

type Section = Readonly<{
  /** The anchor in the address: `#people`. */
  key: string
  label: ParseKeys<"partnership">
  Section: ComponentType<{ partnershipId: string }>
}>

/** What the page of a partnership shows below its header, in reading order. Each section loads what it needs by itself. */
export const sections: readonly Section[] = [
  { key: "people", label: "section.people", Section: PeopleSection },
  { key: "notes", label: "section.notes", Section: NotesSection },
]
