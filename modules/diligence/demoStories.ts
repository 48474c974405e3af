import type { CheckResult, DiligenceKind, RoundState } from "./rules.ts"

/** Evidence as it came: so many days ago, with its last day so many days from today where it is not the usual one. */
export type Told = Readonly<{
  days: number
  lastInDays?: number
  note?: string
  link?: string
  state?: RoundState
  review?: string
  check?: Readonly<{ checkResult: CheckResult; register: string; reference: string }>
}>

type Story = Readonly<{ askedDays: number; given: Readonly<Partial<Record<DiligenceKind, readonly Told[]>>> }>

const screening = (days: number, reference: string): Told => ({
  ...{ days, note: "Company, two owners and the managing director searched." },
  check: { checkResult: "clear", register: "EU consolidated list, OFAC SDN list", reference },
})

/** Of a partner of long standing, of one whose papers nobody minded, and of a candidate that is about to be decided on. */
export const stories: Readonly<Record<string, Story>> = {
  "Halden Systemhaus": {
    askedDays: 420,
    given: {
      company_registration: [
        { days: 400, lastInDays: -36, note: "Extract HRB 20418, Amtsgericht Stuttgart." },
        { days: 40, note: "Extract HRB 20418, unchanged since last year." },
      ],
      sanctions_screening: [screening(395, "SCR-1120"), screening(30, "SCR-2317")],
      code_of_conduct: [{ days: 398, note: "Signed by the managing director." }],
      beneficial_ownership: [{ days: 45, note: "Two founders with half of the shares each, transparency register." }],
      anti_bribery: [{ days: 300, note: "Questionnaire answered in full, training once a year." }],
      tax_certificate: [{ days: 343, lastInDays: 21, note: "Certificate of the tax office, VAT number checked." }],
      financial_statement: [
        { days: 376, lastInDays: -12, note: "Annual accounts, audited." },
        { days: 3, state: "received", note: "New annual accounts, not yet audited." },
      ],
      references: [{ days: 390, note: "Two customers spoken to, both would buy again." }],
    },
  },
  "Ardent Distribution": {
    askedDays: 500,
    given: {
      company_registration: [{ days: 390, lastInDays: -26, note: "Extract of the Kamer van Koophandel." }],
      sanctions_screening: [screening(120, "SCR-2204")],
      code_of_conduct: [{ days: 480, note: "Their own code, compared with ours." }],
      insurance_certificate: [{ days: 351, lastInDays: 13, note: "Liability, 5 million euros." }],
      financial_statement: [{ days: 60, note: "Credit report, low risk." }],
    },
  },
  "Kantonal Cloud": {
    askedDays: 30,
    given: {
      company_registration: [{ days: 24, note: "Extract of the commercial register of Zurich." }],
      sanctions_screening: [
        {
          ...{
            days: 20,
            note: "A director bears the name of a listed person.",
            review: "Another person: born in 1981, the listed one in 1954; passport seen.",
          },
          check: { checkResult: "possible_match", register: "SECO sanctions list", reference: "SSID-44-1207" },
        },
      ],
      code_of_conduct: [{ days: 18, note: "Signed without changes." }],
      beneficial_ownership: [
        {
          days: 17,
          state: "refused",
          note: "Chart of the group.",
          review: "The chart ends at a holding; the persons behind it are missing.",
        },
      ],
      anti_bribery: [{ days: 2, state: "received", note: "Questionnaire answered, one question on agents left open." }],
      references: [{ days: 15, note: "A hospital in Aarau and a canton, both content." }],
    },
  },
}
