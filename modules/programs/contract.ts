export { type AppealView, appealTier, withdrawAppeal } from "./contract/appeals.ts"
export {
  type CertificateView,
  listCertificates,
  mostCertificates,
  recordCertificate,
  takeBackCertificate,
} from "./contract/certificates.ts"
export {
  checkByHand,
  type Enrolled,
  endEnrolment,
  enrol,
  evaluateEnrolment,
  getEnrolment,
  getKnownNow,
  listEnrolled,
  listStandings,
  mostEnrolled,
  type StandingView,
} from "./contract/enrolments.ts"
export {
  editProgram,
  getProgram,
  listPrograms,
  makeProgram,
  mostPrograms,
  type Program,
  type ProgramSummary,
  publishProgram,
  retireProgram,
  type Trial,
  tryProgram,
} from "./contract/programs.ts"
export type { JudgedView, LineView } from "./contract/shapes.ts"
export {
  hasWindow,
  isYesOrNo,
  mostAppealDays,
  mostBenefits,
  mostGraceDays,
  mostRequirements,
  mostTiers,
  type Outcome,
  type RequirementKind,
  requirementKinds,
  rhythms,
  type Terms,
  type TrialOutcome,
  trialOutcomes,
  usualAppeals,
} from "./rules.ts"
