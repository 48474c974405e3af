import { guidePath } from "./guidePath.ts"

/** The two entrances, as a guide is meant for one, the other, or both. */
export type Entrance = "workspace" | "portal"

type Guide = Readonly<{
  /** Its file in `docs/`, and its word in the address. */
  slug: string
  /** Whose pages list it; each can be read in both. */
  for: readonly Entrance[]
}>

/** The guides that are read in the product, the first first. What is for whoever runs or builds it stays in `docs/`. */
export const guides: readonly Guide[] = [
  { slug: "first-hour", for: ["workspace"] },
  { slug: "how-drift-is-found", for: ["workspace"] },
  { slug: "portal", for: ["portal"] },
  { slug: "pages", for: ["workspace"] },
  { slug: "importing", for: ["workspace"] },
  { slug: "merging", for: ["workspace"] },
  { slug: "recruiting", for: ["workspace"] },
  { slug: "programs", for: ["workspace", "portal"] },
  { slug: "agreements", for: ["workspace", "portal"] },
  { slug: "verifying", for: ["workspace", "portal"] },
  { slug: "onboarding", for: ["workspace", "portal"] },
  { slug: "tasks", for: ["workspace", "portal"] },
  { slug: "discussions", for: ["workspace", "portal"] },
  { slug: "links", for: ["workspace", "portal"] },
  { slug: "approvals", for: ["workspace"] },
  { slug: "clocks", for: ["workspace", "portal"] },
  { slug: "documents", for: ["workspace", "portal"] },
  { slug: "files", for: ["workspace", "portal"] },
  { slug: "expressions", for: ["workspace"] },
  { slug: "privacy", for: ["workspace", "portal"] },
  { slug: "security-log", for: ["workspace"] },
  { slug: "tutorial", for: ["workspace"] },
]

/** The section of a guide that the "?" of a page opens, by the page's path, unless its `routes.ts` says it; `guides.test.ts` finds a page without one. */
export const helpOf: Readonly<Record<Entrance, Readonly<Record<string, string>>>> = {
  workspace: {
    home: "pages#home",
    inbox: "pages#inbox",
    portfolio: "pages#portfolio",
    "new-partnership": "pages#a-new-partnership",
    "partnerships/$partnership": "pages#a-partnership",
    "partnerships/$partnership/drift": "how-drift-is-found#for-a-partner-manager",
    "partnerships/$partnership/promises": "pages#promises",
    "partnerships/$partnership/agreement": "agreements#amendments",
    "partnerships/$partnership/work": "tasks#order",
    "partnerships/$partnership/reviews": "pages#a-partnership",
    "partnerships/$partnership/people": "pages#people",
    "partnerships/$partnership/timeline": "discussions#writing",
    "partnerships/$partnership/files": "files#who-sees-a-file",
    "partnerships/$partnership/negotiation/$agreementDraft": "agreements#the-text",
    "partnerships/$partnership/new-agreement": "agreements",
    "agreement-drafts": "agreements",
    "agreement-drafts/$agreementDraft": "agreements",
    "agreement-drafts/$agreementDraft/edit": "agreements",
    "promises/$commitment": "pages#promises",
    onboarding: "onboarding#how-it-stands",
    "onboarding/plans": "onboarding#starting-one",
    organizations: "merging#merge",
    "organizations/$organization": "merging#merge",
    recruit: "recruiting#candidates",
    "recruit/candidates/$candidate": "recruiting#assessments",
    "recruit/applications": "recruiting#applications",
    "recruit/applications/$application": "recruiting#applications",
    "recruit/forms/$form": "recruiting#applications",
    "recruit/coverage": "recruiting#coverage",
    "recruit/conflict-list": "recruiting#conflicts-of-interest",
    "recruit/profiles": "recruiting#ideal-profiles",
    "recruit/profiles/$profile": "recruiting#ideal-profiles",
    programs: "programs#tiers",
    "programs/$program": "programs#trying-terms",
    approvals: "approvals#who-may-answer",
    tasks: "tasks#days",
    imports: "importing#what-is-told-before-anything-is-written",
    "imports/$run": "importing#what-happens-to-a-file",
    audit: "pages#audit",
    settings: "pages#settings",
    "settings/$section": "pages#settings",
    "settings/links": "links#what-happens",
    "settings/security": "security-log",
    "settings/privacy/$person": "privacy#erasing-a-person",
    "settings/plans/new": "tasks#plans",
    "settings/plans/$planTemplate": "tasks#plans",
  },
  portal: {
    "/": "portal#home",
    "-/promises": "portal#all-promises",
    $slug: "portal#a-partnership",
    "$slug/inbox": "portal#ways-in",
    "$slug/partnerships/$partnership": "portal#a-partnership",
    "$slug/promises/$commitment": "portal#all-promises",
    "$slug/partnerships/$partnership/negotiation/$agreementDraft": "agreements#the-text",
    "$slug/agreement-drafts/$agreementDraft": "agreements",
  },
}

/** A page, and the part that it names itself. */
type HasHelp = Readonly<{ path: string; help?: string | undefined }>

/** Where the part of a guide is that is about a page; nothing for a page that is itself help. */
export const helpAt = (entrance: Entrance, { path, help }: HasHelp, address: string): string | undefined => {
  const target = help ?? helpOf[entrance][path]
  return target === undefined ? undefined : guidePath(address, target)
}
