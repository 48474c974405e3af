/** What companies are asked for before one works with them, in the field's own words. */
export const diligenceKinds = [
  ...(["company_registration", "beneficial_ownership", "sanctions_screening", "anti_bribery"] as const),
  ...(["code_of_conduct", "conflict_of_interest", "financial_statement", "tax_certificate"] as const),
  ...(["insurance_certificate", "information_security", "data_protection", "professional_certification"] as const),
  ...(["references", "other"] as const),
] as const
export type DiligenceKind = (typeof diligenceKinds)[number]

/** Nobody is cleared of these by a paper alone: somebody looked into a list and wrote down what they met. */
export const isChecked = (kind: DiligenceKind): boolean => kind === "sanctions_screening"

export const checkResults = ["clear", "possible_match", "match"] as const
export type CheckResult = (typeof checkResults)[number]

/** One thing that partners of a type are asked for. */
export type Requirement = Readonly<{
  kind: DiligenceKind
  asks: string
  isRequired: boolean
  /** How long evidence of it is good for; null has no end. */
  months: number | null
  /** How long before its last day somebody is reminded. */
  remindDays: number
  /** Whoever gave evidence does not review it. */
  needsAnother: boolean
}>

export const mostRequirements = 40
export const mostMonths = 120
export const mostRemindDays = 365
export const mostItemsOfCompany = 100
export const mostRounds = 100
