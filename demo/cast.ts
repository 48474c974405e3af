import type { PartnershipType } from "#rules/partnerships"
import type { Story } from "./story.ts"
import * as story from "./story.ts"

/** One company of the demo, and what happens between it and us. */
export type Role = Readonly<{
  name: string
  domain: string
  country: string
  region: string
  industry: string
  type: PartnershipType
  /** Size of the business: a factor on how much of everything there is. */
  scale: number
  /** Weeks of the partnership before the story's first week; negative when it began later. */
  age: number
  story: Story
}>

/** A company and what happens to it. */
export const role = (
  name: string,
  country: string,
  region: string,
  industry: string,
  type: PartnershipType,
  scale: number,
  told: Story,
  age = 20,
): Role => ({
  name,
  domain: `${name
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "")}.example`,
  country,
  region,
  industry,
  type,
  scale,
  age,
  story: told,
})

/** Our demo vendor works with these forty. Every name is invented. */
export const cast: readonly Role[] = [
  role("Halden Systemhaus", "DE", "DACH", "Manufacturing", "reseller", 1.6, story.ourFault(37)),
  role("Brightwater IT", "GB", "UK & Ireland", "Public sector", "reseller", 1.2, story.marketDip(22)),
  role("Castellan Solutions", "GB", "UK & Ireland", "Finance", "reseller", 1.4, story.marketDip(22)),
  role("Dunmore Digital", "IE", "UK & Ireland", "Health", "reseller", 0.9, story.marketDip(22)),
  role("Fenwick & Rowe", "GB", "UK & Ireland", "Retail", "reseller", 1, story.marketDip(22)),
  role("Kestrel Networks", "GB", "UK & Ireland", "Education", "reseller", 0.8, story.marketDip(22)),
  role("Larkspur Business IT", "IE", "UK & Ireland", "Logistics", "reseller", 0.8, story.marketDip(22)),
  role("Moreau Informatique", "FR", "France", "Manufacturing", "reseller", 1.1, story.marginCut(68)),
  role("Tidewater Technology", "US", "North America", "Energy", "reseller", 1.8, story.growing()),
  role("Ardent Distribution", "NL", "Benelux", "IT distribution", "distributor", 2.5, story.healthy()),
  role("Nordhavn Supply", "DK", "Nordics", "IT distribution", "distributor", 2, story.seasonalStory()),
  role("Pacific Crest Distribution", "SG", "APAC", "IT distribution", "distributor", 1.7, story.slowFade(62)),
  role("Cloudharbor", "DE", "DACH", "Managed services", "msp", 1.2, story.healthy()),
  role("Everline Services", "US", "North America", "Managed services", "msp", 1.5, story.capabilityGap(34)),
  role("Polaris Managed IT", "SE", "Nordics", "Managed services", "msp", 1, story.recovered(84, 52)),
  role("Sentinel Operations", "ES", "Iberia", "Managed services", "msp", 0.9, story.healthy()),
  role("Ashdown Consulting", "GB", "UK & Ireland", "Consulting", "integrator", 1.6, story.theirSponsorLeft(41)),
  role("Bergmann & Partner", "AT", "DACH", "Consulting", "integrator", 1.1, story.healthy()),
  role("Delphi Integrators", "IT", "Italy", "Consulting", "integrator", 1, story.ourManagerLeft(30)),
  role("Keystone Advisory", "US", "North America", "Consulting", "integrator", 2, story.lately(5)),
  role("Sakura Systems", "JP", "Japan", "Consulting", "integrator", 1.3, story.healthy()),
  role("Formwork Software", "CA", "North America", "Software", "isv", 1.2, story.integrationRot(36)),
  role("Ledgerline", "GB", "UK & Ireland", "Finance software", "isv", 1.4, story.healthy()),
  role("Quillbase", "FI", "Nordics", "Software", "isv", 0.9, story.reportedAgain(48, 6)),
  role("Rasterworks", "PL", "CEE", "Software", "isv", 0.8, story.neverActivated(), -74),
  role("Connectly", "US", "North America", "Software", "integration", 1.1, story.fellSilent(44)),
  role("Pipestone Data", "US", "North America", "Data", "integration", 1, story.integrationRot(27)),
  role("Switchyard", "DE", "DACH", "Software", "integration", 0.9, story.healthy(), -123),
  role("Birchwood Advisors", "CH", "DACH", "Advisory", "referral", 0.9, story.healthy()),
  role("Copperfield Partners", "GB", "UK & Ireland", "Advisory", "referral", 0.8, story.ourFault(29)),
  role("Meridian Referrals", "AU", "APAC", "Advisory", "referral", 0.8, story.seasonalStory()),
  role("Beacon Media", "DE", "DACH", "Media", "co_marketing", 1, story.healthy()),
  role("Juniper Events", "NL", "Benelux", "Events", "co_marketing", 0.9, story.recovered(70, 40)),
  role("Anvil Hardware", "US", "North America", "Hardware", "joint_solution", 1.5, story.healthy()),
  role("Orbital Sensors", "FR", "France", "IoT", "joint_solution", 1.1, story.wrongPromise()),
  role("Atlas Cloud", "US", "North America", "Cloud", "strategic_alliance", 2.4, story.theirSponsorLeft(25)),
  role("Helix Analytics", "GB", "UK & Ireland", "Analytics", "strategic_alliance", 1.8, story.rivalTieUp(19)),
  role("Vantage Telecom", "ES", "Iberia", "Telecom", "strategic_alliance", 2, story.healthy()),
  role("Open Grid Initiative", "BE", "Benelux", "Energy", "consortium", 1.5, story.letDown(58)),
  role("Secure Identity Forum", "US", "North America", "Security", "consortium", 1.2, story.healthy()),
]

export const host = {
  name: "Nordwind Software",
  slug: "demo",
  country: "DE",
  timeZone: "Europe/Berlin",
  currency: "EUR",
} as const

/** Our people in the demo; the first is the one whose sign-in is printed. */
export const hostPeople = [
  { name: "Jonas Weber", email: "demo@keelson.example", role: "owner", title: "Head of Partnerships" },
  {
    name: "Amélie Laurent",
    email: "amelie.laurent@keelson.example",
    role: "partner_manager",
    title: "Partner Manager EMEA",
  },
  {
    name: "Marcus Chen",
    email: "marcus.chen@keelson.example",
    role: "partner_manager",
    title: "Partner Manager Americas & APAC",
  },
  { name: "Priya Nair", email: "priya.nair@keelson.example", role: "executive", title: "Chief Revenue Officer" },
  { name: "Tom Fischer", email: "tom.fischer@keelson.example", role: "contributor", title: "Partner Marketing" },
] as const

/** Partner-side people are drawn from these. */
export const givenNames = [
  "Ana",
  "Ben",
  "Carla",
  "David",
  "Elif",
  "Felix",
  "Grace",
  "Hugo",
  "Ingrid",
  "Jamal",
  "Keiko",
  "Liam",
  "Maja",
  "Noah",
  "Olga",
  "Pavel",
  "Rosa",
  "Sven",
  "Tara",
  "Yusuf",
] as const
export const familyNames = [
  "Adler",
  "Bianchi",
  "Costa",
  "Dupont",
  "Eriksen",
  "Fontana",
  "Garcia",
  "Hansen",
  "Ito",
  "Jensen",
  "Kowalski",
  "Lindqvist",
  "Murphy",
  "Novak",
  "Okafor",
  "Petrov",
  "Quinn",
  "Rossi",
  "Sato",
  "Turner",
] as const
