import type { ParseKeys } from "i18next"
import type { ComponentType } from "react"
import { Notes } from "#acts/Notes"
import { Objectives } from "#acts/Objectives"
import { PartnershipTimeline } from "#acts/PartnershipTimeline"
import { Registrations } from "#acts/Registrations"
import { AgreementsSection } from "./agreements/AgreementsSection.tsx"
import { DiscussionSection } from "./discussion/DiscussionSection.tsx"
import { DriftSection } from "./drift/DriftSection.tsx"
import { FilesSection } from "./files/FilesSection.tsx"
import { PeopleSection } from "./people/PeopleSection.tsx"
import { PromisesSection } from "./promises/PromisesSection.tsx"
import { TasksSection } from "./tasks/TasksSection.tsx"

type Section = Readonly<{
  /** The anchor in the address: `#people`. */
  key: string
  label: ParseKeys<"partnership">
  Section: ComponentType<{ partnershipId: string }>
}>

/** What the page of a partnership shows below its header, in reading order. Each section loads what it needs by itself. */
export const sections: readonly Section[] = [
  { key: "drift", label: "section.drift", Section: DriftSection },
  { key: "promises", label: "section.promises", Section: PromisesSection },
  { key: "registrations", label: "section.registrations", Section: Registrations },
  { key: "tasks", label: "section.tasks", Section: TasksSection },
  { key: "objectives", label: "section.objectives", Section: Objectives },
  { key: "agreements", label: "section.agreements", Section: AgreementsSection },
  { key: "files", label: "section.files", Section: FilesSection },
  { key: "people", label: "section.people", Section: PeopleSection },
  { key: "timeline", label: "section.timeline", Section: PartnershipTimeline },
  { key: "discussion", label: "section.discussion", Section: DiscussionSection },
  { key: "notes", label: "section.notes", Section: Notes },
]
