import type { PartnershipType } from "#rules/partnerships"
import type { CandidateStage, EntryKind, Listed, PlaceKind, SourceKind } from "../rules.ts"

/** What one colleague sent: a digit per criterion, from 0 (the lowest level) to 4; "-" is not answered. */
export type Sent = Readonly<{ levels: string; days: number; knocksOut?: string; isOpen?: boolean }>

/** A company the vendor of the demo looks at. Days are counted back from today, or ahead where the name says so. */
export type Candidate = Readonly<{
  name: string
  domain: string
  country: string
  industries: readonly string[]
  capabilities?: readonly string[]
  type: PartnershipType
  stage: CandidateStage
  since: number
  foundDays: number
  sourceKind: SourceKind
  source?: string
  nextStep?: string
  nextInDays?: number
  lookAgainInDays?: number
  sent?: readonly Sent[]
}>

export const candidates: readonly Candidate[] = [
  {
    ...{ name: "Alpenblick Systemhaus", domain: "alpenblick-systeme.example", country: "AT", type: "reseller" },
    ...{ industries: ["Manufacturing"], stage: "assessing", since: 6, foundDays: 40, sourceKind: "referral" },
    ...{ source: "Moreau Informatique", nextStep: "Second assessment", nextInDays: 3 },
    sent: [
      { levels: "3324332433", days: 4 },
      { levels: "2", days: 4, isOpen: true },
    ],
  },
  {
    ...{ name: "Kantonal Cloud", domain: "kantonal-cloud.example", country: "CH", type: "reseller" },
    ...{ industries: ["Public sector"], stage: "shortlisted", since: 9, foundDays: 75, sourceKind: "event" },
    ...{ source: "Spring fair", nextStep: "Decide", nextInDays: 5 },
    sent: [
      { levels: "4334343343", days: 14 },
      { levels: "3234142331", days: 12 },
      { levels: "343-343334", days: 11 },
    ],
  },
  {
    ...{ name: "Rheinwerk IT", domain: "rheinwerk-it.example", country: "DE", type: "reseller" },
    ...{ industries: ["Retail"], stage: "contacted", since: 21, foundDays: 33, sourceKind: "inbound" },
    ...{ nextStep: "Call again: two mails without an answer", nextInDays: -2 },
  },
  {
    ...{ name: "Donau Datentechnik", domain: "donau-daten.example", country: "AT", type: "reseller" },
    ...{ industries: ["Logistics"], stage: "sourced", since: 2, foundDays: 2, sourceKind: "research" },
  },
  {
    ...{ name: "Ledgerline", domain: "ledgerline.example", country: "GB", type: "isv" },
    ...{ industries: ["Finance"], stage: "assessing", since: 11, foundDays: 60, sourceKind: "customer" },
    ...{ source: "Asked for by three customers", nextStep: "Talk about the answer on data protection", nextInDays: 1 },
    sent: [
      { levels: "4344344344", days: 8 },
      { levels: "3233233233", days: 7, knocksOut: "data-protection" },
    ],
  },
  {
    ...{ name: "Formulae Labs", domain: "formulae-labs.example", country: "PT", type: "isv" },
    ...{ industries: ["Engineering"], stage: "researching", since: 15, foundDays: 19, sourceKind: "partner" },
    ...{ nextStep: "Try their interface", nextInDays: 8 },
  },
  {
    ...{ name: "Norddeich Consulting", domain: "norddeich.example", country: "DE", type: "reseller" },
    ...{
      industries: ["Energy"],
      stage: "declined",
      since: 30,
      foundDays: 95,
      sourceKind: "event",
      source: "Spring fair",
    },
    sent: [
      { levels: "1212112212", days: 40 },
      { levels: "2122121122", days: 38 },
    ],
  },
  {
    ...{ name: "Grand Union Group", domain: "grandunion.example", country: "GB", type: "strategic_alliance" },
    ...{ industries: ["Telecommunications"], stage: "on_hold", since: 50, foundDays: 160, sourceKind: "referral" },
    ...{ source: "Our board", lookAgainInDays: 64 },
    sent: [{ levels: "4334443", days: 60 }],
  },
  {
    ...{ name: "Silbermond Software", domain: "silbermond.example", country: "DE", type: "isv" },
    ...{ industries: ["Healthcare"], stage: "approved", since: 4, foundDays: 110, sourceKind: "inbound" },
    ...{ nextStep: "Send the draft of the agreement", nextInDays: 2 },
    sent: [
      { levels: "4434434", days: 13 },
      { levels: "3434344", days: 12 },
    ],
  },
]

/** What was decided of them. */
export const decisions: Readonly<Record<string, Readonly<{ why: string; dissent?: string; days: number }>>> = {
  "Norddeich Consulting": {
    ...{ why: "Two people who would sell us beside other work, in a region that others cover already", days: 30 },
  },
  "Grand Union Group": {
    ...{ why: "They are being taken over; until it is clear who decides, nobody there can promise anything", days: 50 },
    dissent: "Amélie Laurent would have begun with a pilot in one country",
  },
  "Silbermond Software": {
    ...{ why: "An integration that customers use today, and a sponsor who has put a person on it", days: 4 },
  },
}

/** With whom a partnership would be a conflict of interest: two of those that are looked at are among them. */
export const listed: readonly (Omit<Listed, "note"> & Readonly<{ why: string }>)[] = [
  ...(["Meridian Works", "Polestar Systems", "Quadrant Software"] as const).map((name) => ({
    ...{ kind: "competitor" as const, name, why: "Sells a product that does what ours does" },
    domains: [`${name.split(" ")[0]?.toLowerCase()}.example`],
  })),
  {
    ...{ kind: "competitor", name: "Formulae Labs GmbH", domains: ["formulae-labs.example"] },
    why: "Announced a product of their own in spring",
  },
  { kind: "customer", name: "Rheinwerk IT", domains: [], why: "Uses the product in two branches" },
  { kind: "excluded", name: "Backhand Brokers", domains: ["backhand.example"], why: "Broke the last agreement" },
]

type Wanted = Readonly<{ places: PlaceKind; place: string; entries: EntryKind; entry: string; wanted: number }>

/** Where the vendor wants partners: reached, nearly reached, and where nobody is yet. Parts of the world by their codes. */
export const wanted: readonly Wanted[] = (
  [
    ...(["155 Manufacturing 3", "155 Public sector 2", "155 Logistics 1", "154 Finance 3", "154 Retail 1"] as const),
    ...(["021 Energy 2", "039 Engineering 2", "035 Healthcare 1", "005 Retail 2"] as const),
  ] as const
).map((line) => {
  const [place = "", ...words] = line.split(" ")
  return {
    ...{ places: "area", place, entries: "industry" },
    ...{ entry: words.slice(0, -1).join(" "), wanted: Number(words.at(-1)) },
  } as const
})
