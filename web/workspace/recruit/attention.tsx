import { type AttentionPlan, attentionPlan } from "#client/attention"
import { assessmentsWaiting, candidatesWaiting } from "#contract/recruitment"
import { candidatePath } from "./paths.ts"
import { AssessmentWords, CandidateWords } from "./WaitingWords.tsx"

export const plans: readonly AttentionPlan[] = [
  attentionPlan(assessmentsWaiting, 12, ({ organizationName, profileName, candidateId }, { slug }) => ({
    title: organizationName,
    partnershipName: profileName,
    link: { to: candidatePath(slug, candidateId) },
    words: <AssessmentWords />,
    end: null,
  })),
  attentionPlan(candidatesWaiting, 18, (candidate, { slug, today }) => ({
    title: candidate.organizationName,
    partnershipName: candidate.profileName,
    link: { to: candidatePath(slug, candidate.id) },
    words: <CandidateWords candidate={candidate} today={today} />,
    end: null,
  })),
]
