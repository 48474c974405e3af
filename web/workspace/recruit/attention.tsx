import { type AttentionPlan, attentionPlan } from "#client/attention"
import { diligenceWaiting } from "#contract/diligence"
import { applicationsHeld, assessmentsWaiting, candidatesWaiting } from "#contract/recruitment"
import { organizationPath } from "#paths/organizations"
import { applicationPath, candidatePath } from "./paths.ts"
import { ApplicationWords, AssessmentWords, CandidateWords, DiligenceWords } from "./WaitingWords.tsx"

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
  attentionPlan(diligenceWaiting, 16, (item, { slug }) => ({
    title: item.organizationName,
    partnershipName: "",
    link: { to: organizationPath(slug, item.organizationId) },
    words: <DiligenceWords item={item} />,
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
