import type { Say } from "#platform/texts"
import type { PartnershipType } from "#rules/partnerships"
import type { DiligenceKind, Requirement } from "./rules.ts"

/* What a type of partnership is usually asked for, by what it puts at stake: whoever resells stands for us before customers, whoever runs
   customers' systems needs to be safe, whoever only refers needs to be honest. A place to start from; whoever takes it over changes it. */

type Term = Pick<Requirement, "months" | "remindDays">
type Listed = Exclude<DiligenceKind, "other">

/** How long each is usually good for. */
const terms: Readonly<Record<Listed, Term>> = {
  company_registration: { months: 12, remindDays: 30 },
  beneficial_ownership: { months: 12, remindDays: 30 },
  sanctions_screening: { months: 12, remindDays: 30 },
  anti_bribery: { months: 24, remindDays: 60 },
  code_of_conduct: { months: null, remindDays: 30 },
  conflict_of_interest: { months: 12, remindDays: 30 },
  financial_statement: { months: 12, remindDays: 60 },
  tax_certificate: { months: 12, remindDays: 30 },
  insurance_certificate: { months: 12, remindDays: 45 },
  information_security: { months: 36, remindDays: 90 },
  data_protection: { months: null, remindDays: 60 },
  professional_certification: { months: 24, remindDays: 60 },
  references: { months: null, remindDays: 30 },
}

/** Asked of everybody: who they are, and that nothing forbids working with them. */
const everybody: readonly Listed[] = ["company_registration", "sanctions_screening", "code_of_conduct"]

type Lists = Readonly<{ required: readonly Listed[]; optional: readonly Listed[] }>

const lists: Readonly<Record<PartnershipType, Lists>> = {
  reseller: {
    required: ["beneficial_ownership", "anti_bribery", "tax_certificate"],
    optional: ["conflict_of_interest", "financial_statement", "references", "professional_certification"],
  },
  distributor: {
    required: [
      "beneficial_ownership",
      "anti_bribery",
      "tax_certificate",
      "financial_statement",
      "insurance_certificate",
    ],
    optional: ["conflict_of_interest", "references"],
  },
  msp: {
    required: ["beneficial_ownership", "information_security", "data_protection", "insurance_certificate"],
    optional: ["anti_bribery", "financial_statement", "references", "professional_certification"],
  },
  integrator: {
    required: ["beneficial_ownership", "anti_bribery", "insurance_certificate", "professional_certification"],
    optional: ["information_security", "data_protection", "financial_statement", "references"],
  },
  isv: {
    required: ["information_security", "data_protection"],
    optional: ["beneficial_ownership", "financial_statement", "insurance_certificate"],
  },
  integration: {
    required: ["information_security", "data_protection"],
    optional: ["beneficial_ownership", "insurance_certificate"],
  },
  referral: { required: ["anti_bribery", "conflict_of_interest"], optional: ["tax_certificate"] },
  co_marketing: { required: ["data_protection"], optional: ["conflict_of_interest", "references"] },
  joint_solution: {
    required: ["beneficial_ownership", "information_security", "data_protection"],
    optional: ["financial_statement", "insurance_certificate", "conflict_of_interest"],
  },
  strategic_alliance: {
    required: ["beneficial_ownership", "anti_bribery", "financial_statement", "conflict_of_interest"],
    optional: ["information_security", "data_protection", "insurance_certificate"],
  },
  consortium: {
    required: ["beneficial_ownership", "anti_bribery", "financial_statement", "insurance_certificate"],
    optional: ["conflict_of_interest", "information_security", "tax_certificate", "references"],
  },
}

/** What is asked of partners of this type, in the words of a language, as long as the workspace says nothing else. */
export const readyList = (type: PartnershipType, say: Say): Requirement[] => {
  const { required, optional } = lists[type]
  const asked = (kinds: readonly Listed[], isRequired: boolean) =>
    kinds.map((kind) => ({
      ...{ kind, asks: say(`criteria:${kind}.asks`), isRequired, ...terms[kind] },
      needsAnother: kind === "sanctions_screening" || kind === "beneficial_ownership",
    }))
  return [...asked([...everybody, ...required], true), ...asked(optional, false)]
}
