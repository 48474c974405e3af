/** Steps of a workspace's first hour, in the order in which one leads to the next. */
export const firstSteps = ["look", "facts", "owners", "agreement", "partner", "colleague"] as const
export type FirstStep = (typeof firstSteps)[number]

/** What a workspace holds, as far as the steps ask for it. */
export type Holdings = Readonly<{
  hasPartnerships: boolean
  isSomethingSaid: boolean
  hasFacts: boolean
  isEachOwned: boolean
  hasAgreement: boolean
  /** Somebody of a partner is here, or was invited. */
  hasPartnerPeople: boolean
  hasColleagues: boolean
}>

/** Which steps are done. Before there is a partnership there is nothing to take them with. */
export const stepsDone = (holds: Holdings): Readonly<Record<FirstStep, boolean>> => ({
  look: holds.isSomethingSaid,
  facts: holds.hasFacts,
  owners: holds.hasPartnerships && holds.isEachOwned,
  agreement: holds.hasAgreement,
  partner: holds.hasPartnerPeople,
  colleague: holds.hasColleagues,
})
