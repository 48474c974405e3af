import type { ComponentType } from "react"
import type { PartnershipSection } from "#client/partnershipSection"

type Section = ComponentType<{ partnershipId: string }>

const piece =
  <Name extends string>(file: () => Promise<Record<Name, Section>>, name: Name) =>
  async () => ({ default: (await file())[name] })

/** What stands on the page of a partnership, tab by tab. */
export const sections: readonly PartnershipSection[] = [
  {
    key: "overview",
    tab: "overview",
    order: 10,
    texts: ["drift", "agreements"],
    load: piece(() => import("./Overview.tsx"), "Overview"),
  },
  {
    key: "drift",
    tab: "drift",
    order: 10,
    texts: ["drift"],
    load: piece(() => import("./drift/DriftSection.tsx"), "DriftSection"),
  },
  {
    key: "promises",
    tab: "promises",
    order: 10,
    texts: [],
    load: piece(() => import("./promises/PromisesSection.tsx"), "PromisesSection"),
  },
  {
    key: "agreements",
    tab: "agreement",
    order: 10,
    texts: ["agreements", "approvals", "approvable"],
    load: piece(() => import("./agreements/AgreementsSection.tsx"), "AgreementsSection"),
  },
  {
    key: "objectives",
    tab: "agreement",
    order: 20,
    texts: ["objectives"],
    load: piece(() => import("#acts/Objectives"), "Objectives"),
  },
  {
    key: "registrations",
    tab: "work",
    order: 10,
    texts: ["registrations"],
    load: piece(() => import("#acts/Registrations"), "Registrations"),
  },
  {
    key: "tasks",
    tab: "work",
    order: 20,
    texts: ["tasks"],
    load: piece(() => import("./tasks/TasksSection.tsx"), "TasksSection"),
  },
  {
    key: "reviews",
    tab: "reviews",
    order: 10,
    texts: ["timeline", "events"],
    load: piece(() => import("./reviews/ReviewsSection.tsx"), "ReviewsSection"),
  },
  {
    key: "people",
    tab: "people",
    order: 10,
    texts: [],
    load: piece(() => import("./people/PeopleSection.tsx"), "PeopleSection"),
  },
  {
    key: "timeline",
    tab: "timeline",
    order: 10,
    texts: ["timeline", "events"],
    load: piece(() => import("#acts/PartnershipTimeline"), "PartnershipTimeline"),
  },
  {
    key: "discussion",
    tab: "timeline",
    order: 20,
    texts: ["discussion"],
    load: piece(() => import("./discussion/DiscussionSection.tsx"), "DiscussionSection"),
  },
  { key: "notes", tab: "timeline", order: 30, texts: ["notes"], load: piece(() => import("#acts/Notes"), "Notes") },
  {
    key: "files",
    tab: "files",
    order: 10,
    texts: ["files"],
    load: piece(() => import("./files/FilesSection.tsx"), "FilesSection"),
  },
]
