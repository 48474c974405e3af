import type { MemberRole, PartnerRole } from "#core/actor"
import { cast, host, hostPeople, type Role, role } from "./cast.ts"
import type { NextExport } from "./nextExport.ts"
import * as story from "./story.ts"

/** Who works for a vendor of the demo. */
export type VendorPerson = Readonly<{ name: string; email: string; role: MemberRole; title: string }>

/** A company with a workspace of its own, whom it works with, and who looks after that. */
export type Vendor = Readonly<{
  place: Readonly<{ name: string; slug: string; country: string; timeZone: string; currency: string }>
  /** Where its own site would be. */
  site: string
  people: readonly [VendorPerson, ...VendorPerson[]]
  /** Among how many of its people, the first ones, the partnerships are divided. */
  owners: number
  /** Who stands above them and is the executive sponsor of every partnership. */
  sponsor: VendorPerson
  cast: readonly Role[]
  /** Somebody has written a company down once more, in another writing: two that may be one. */
  writtenTwice?: Readonly<{ name: string; country: string }>
  /** What its CRM says of the same companies by now, sent and waiting for somebody's answer. */
  nextExport?: NextExport
  /** Its people keep views of their portfolio. */
  hasViews?: true
  /** The same seed tells the same stories. */
  seed: number
}>

const sofia = {
  name: "Sofia Marin",
  email: "sofia.marin@keelson.example",
  role: "owner",
  title: "Head of Alliances",
} as const

const fromCrm: NextExport = {
  fileName: "partners-from-crm.csv",
  lists: [
    ...["Halden Systemhaus", "Castellan Solutions", "Dunmore Digital", "Fenwick & Rowe", "Moreau Informatique"],
    ...["Ardent Distribution", "Nordhavn Supply", "Cloudharbor", "Polaris Managed IT", "Sentinel Operations"],
    ...["Bergmann & Partner", "Ledgerline", "Quillbase", "Vantage Telecom"],
  ],
  otherwise: [
    { name: "Halden Systemhaus", said: { tier: "Gold" } },
    { name: "Ardent Distribution", said: { tier: "Platinum" } },
    { name: "Cloudharbor", said: { tier: "Gold" } },
    { name: "Moreau Informatique", said: { region: "Western Europe" } },
    { name: "Castellan Solutions", said: { industry: "Insurance" } },
    { name: "Nordhavn Supply", said: { country: "SE" } },
    { name: "Quillbase", said: { industry: "" } },
    { name: "Bergmann & Partner", here: { region: "Austria & Switzerland" } },
  ],
  isNew: "Larchfield Systems,larchfield.example,reseller,GB,UK & Ireland,Logistics,Silver",
}

/** The workspace that is looked at first, and a smaller one that some of the same companies work with. */
export const vendors: readonly [Vendor, ...Vendor[]] = [
  {
    ...{ place: host, site: "nordwind.example", people: hostPeople, owners: 3, sponsor: hostPeople[3], cast },
    ...{
      seed: 20_260,
      hasViews: true,
      writtenTwice: { name: "Brightwater IT Ltd", country: "GB" },
      nextExport: fromCrm,
    },
  },
  {
    place: { name: "Lumen Analytics", slug: "lumen", country: "NL", timeZone: "Europe/Amsterdam", currency: "EUR" },
    site: "lumenanalytics.example",
    people: [sofia],
    owners: 1,
    sponsor: sofia,
    cast: [
      role("Halden Systemhaus", "DE", "DACH", "Manufacturing", "integrator", 0.8, story.healthy()),
      role("Cloudharbor", "DE", "DACH", "Managed services", "msp", 0.7, story.growing()),
      role("Birchwood Advisors", "CH", "DACH", "Advisory", "referral", 0.6, story.healthy()),
    ],
    seed: 77_310,
  },
]

/** Somebody on the other side, who signs in and stands among their company's people. */
type PartnerPerson = Readonly<{ name: string; email: string; title: string; role: PartnerRole; company: string }>

/** She works with both vendors; her sign-in is printed beside the host's. */
export const partnerPerson = {
  name: "Lena Hofmann",
  email: "partner@keelson.example",
  title: "Alliance Director",
  role: "partner_admin",
  company: "Halden Systemhaus",
} as const satisfies PartnerPerson

/** Those who can sign in for a company; the last for one that joined a consortium beside the company that leads it. */
export const partnerPeople: readonly PartnerPerson[] = [
  partnerPerson,
  {
    name: "Mara Lindner",
    email: "consortium@keelson.example",
    title: "Program Manager",
    role: "partner_admin",
    company: "Rhine Utilities",
  },
]
