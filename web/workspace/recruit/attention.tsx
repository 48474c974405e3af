import { type AttentionPlan, attentionPlan } from "#client/attention"
import { applicationsHeld, assessmentsWaiting, candidatesWaiting } from "#contract/recruitment"
import { applicationPath, candidatePath } from "./paths.ts"
import { ApplicationWords, AssessmentWords, CandidateWords } from "./WaitingWords.tsx"

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
  attentionPlan(applicationsHeld, 14, ({ id, company, formTitle, ownerName }, { slug }) => ({
    title: company,
    partnershipName: formTitle,
    link: { to: applicationPath(slug, id) },
    words: <ApplicationWords ownerName={ownerName} />,
    end: null,
  })),
]
