import { type AttentionPlan, attentionPlan } from "#client/attention"
import { signaturesWaiting } from "#contract/signing"
import { negotiationPath } from "./paths.ts"
import { WaitingSignature } from "./WaitingSignature.tsx"

export const plans: readonly AttentionPlan[] = [
  attentionPlan(signaturesWaiting, 4, (each, { slug }) => ({
    title: each.title,
    partnershipName: each.partnershipName,
    link: { to: negotiationPath(slug, each.partnershipId, each.draftId) },
    words: <WaitingSignature askedAt={each.askedAt} />,
    end: null,
  })),
]
