import { fieldTables } from "./fields.ts"
import type { ImportKind } from "./kind.ts"

/** One believable row per kind, by field. Fields without an example stay empty in the template. */
const examples: Readonly<Record<ImportKind, Readonly<Record<string, string>>>> = {
  partners: {
    name: "Contoso GmbH",
    domains: "contoso.example",
    type: "reseller",
    country: "DE",
    region: "Bavaria",
    industries: "Manufacturing; Retail",
    stage: "active",
    started_on: "2024-01-15",
    ends_on: "2027-01-14",
    notice_days: "90",
    currency: "EUR",
    tier: "Gold",
    program: "Partner program",
    external_id: "CRM-1001",
  },
  people: {
    partner: "Contoso GmbH",
    name: "Ada Example",
    email: "ada@contoso.example",
    title: "Head of Alliances",
    phone: "+49 89 1234567",
    role: "alliance manager",
    from: "2024-01-15",
  },
  agreements: {
    partner: "Contoso GmbH",
    title: "Reseller agreement 2024",
    signed_on: "2024-01-10",
    starts_on: "2024-01-15",
    ends_on: "2027-01-14",
    auto_renews: "yes",
    notice_days: "90",
    currency: "EUR",
    value: "250000.00",
    external_id: "AGR-2024-17",
  },
  objectives: {
    partner: "Contoso GmbH",
    agreement: "Reseller agreement 2024",
    title: "Bookings in the first year",
    category: "revenue",
    metric: "bookings",
    target: "1200000",
    unit: "EUR",
    starts_on: "2024-01-15",
    ends_on: "2025-01-14",
    ramp: "s-curve",
    weight: "2",
  },
  commitments: {
    partner: "Contoso GmbH",
    agreement: "Reseller agreement 2024",
    owed_by: "host",
    title: "Quarterly business review",
    cadence: "quarterly",
    starts_on: "2024-01-15",
    ends_on: "2027-01-14",
    evidence: "confirmation",
  },
  activities: {
    partner: "Contoso GmbH",
    occurred_on: "2026-03-25",
    kind: "workshop",
    direction: "two-way",
    person: "Ada Example",
    summary: "Joint planning for the second quarter",
    effort_hours: "3.5",
    external_id: "ACT-5001",
  },
  measurements: {
    partner: "Contoso GmbH",
    signal: "registrations",
    side: "partner",
    week: "2026-03-23",
    value: "6",
    expected: "5",
    n: "6",
  },
  deals: {
    partner: "Contoso GmbH",
    name: "Fabrikam data platform",
    customer: "Fabrikam Ltd",
    amount: "48000.00",
    currency: "EUR",
    state: "approved",
    registered_on: "2026-03-02",
    answered_on: "2026-03-04",
    close_on: "2026-06-30",
    external_id: "DEAL-77",
  },
}

/** An example CSV of a kind: every field as a column, one row. */
export const templateOf = (kind: ImportKind): string => {
  const keys = fieldTables[kind].fields.map(({ key }) => key)
  return `${keys.join(",")}\r\n${keys.map((key) => quoted(examples[kind][key] ?? "")).join(",")}\r\n`
}

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
