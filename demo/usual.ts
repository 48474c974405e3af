import type { PartnershipType } from "#rules/partnerships"
import type { Role } from "./cast.ts"

/** How much of what is usual in a week of a partnership of this type, before its size and story. */
export type Usual = Readonly<{
  contacts: number
  /** Their people who are in touch. */
  people: number
  /** Weeks from one steering meeting to the next. */
  meetingEvery: number
  registrations: number
  /** Major units of the partnership's currency. */
  revenue: number
  campaigns: number
  training: number
  leads: number
  tenants: number
}>

const usual: Readonly<Record<PartnershipType, Usual>> = {
  reseller: {
    contacts: 3.4,
    people: 5,
    meetingEvery: 4,
    registrations: 1.6,
    revenue: 9_000,
    campaigns: 0.08,
    training: 0.6,
    leads: 0.7,
    tenants: 0,
  },
  distributor: {
    contacts: 4,
    people: 6,
    meetingEvery: 4,
    registrations: 2.4,
    revenue: 22_000,
    campaigns: 0.1,
    training: 0.8,
    leads: 0.4,
    tenants: 0,
  },
  msp: {
    contacts: 3,
    people: 5,
    meetingEvery: 4,
    registrations: 1.1,
    revenue: 7_000,
    campaigns: 0.04,
    training: 1.3,
    leads: 0.4,
    tenants: 0,
  },
  integrator: {
    contacts: 3.6,
    people: 6,
    meetingEvery: 4,
    registrations: 1,
    revenue: 8_000,
    campaigns: 0.05,
    training: 1,
    leads: 0.6,
    tenants: 0,
  },
  isv: {
    contacts: 2.4,
    people: 4,
    meetingEvery: 4,
    registrations: 0.4,
    revenue: 3_000,
    campaigns: 0.05,
    training: 0,
    leads: 0.3,
    tenants: 130,
  },
  integration: {
    contacts: 2,
    people: 4,
    meetingEvery: 8,
    registrations: 0,
    revenue: 0,
    campaigns: 0.03,
    training: 0,
    leads: 0,
    tenants: 90,
  },
  referral: {
    contacts: 2,
    people: 3,
    meetingEvery: 8,
    registrations: 1.2,
    revenue: 2_500,
    campaigns: 0,
    training: 0,
    leads: 0,
    tenants: 0,
  },
  co_marketing: {
    contacts: 2.6,
    people: 4,
    meetingEvery: 4,
    registrations: 0,
    revenue: 0,
    campaigns: 0.3,
    training: 0,
    leads: 1.5,
    tenants: 0,
  },
  joint_solution: {
    contacts: 3.2,
    people: 5,
    meetingEvery: 4,
    registrations: 0.7,
    revenue: 6_000,
    campaigns: 0.08,
    training: 0,
    leads: 0.5,
    tenants: 60,
  },
  strategic_alliance: {
    contacts: 4.5,
    people: 8,
    meetingEvery: 4,
    registrations: 1.2,
    revenue: 15_000,
    campaigns: 0.1,
    training: 0.5,
    leads: 0.8,
    tenants: 0,
  },
  consortium: {
    contacts: 3,
    people: 7,
    meetingEvery: 4,
    registrations: 0,
    revenue: 0,
    campaigns: 0.05,
    training: 0,
    leads: 0,
    tenants: 0,
  },
}

export const usualFor = ({ type }: Role): Usual => usual[type]
