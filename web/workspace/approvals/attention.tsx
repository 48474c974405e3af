import { ApprovalActs } from "#acts/approvals/ApprovalActs"
import { type AttentionPlan, attentionPlan } from "#client/attention"
import { approvalsWaiting } from "#contract/approvals"
import { approvalsPath } from "#paths/approvals"
import { negotiationPath } from "#paths/negotiation"
import { WaitingApproval } from "./WaitingApproval.tsx"

export const plans: readonly AttentionPlan[] = [
  attentionPlan(approvalsWaiting, 5, (approval, { slug }) => ({
    title: approval.title,
    partnershipName: approval.partnershipName,
    link: {
      to:
        approval.subjectKind === "agreement_draft"
          ? negotiationPath(slug, approval.partnershipId, approval.subjectId)
          : approvalsPath(slug),
    },
    words: <WaitingApproval approval={approval} />,
    end: <ApprovalActs approval={approval} />,
  })),
]
