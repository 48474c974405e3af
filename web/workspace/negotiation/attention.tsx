import { type AttentionPlan, attentionPlan } from "#client/attention"
import { proposalsWaiting, versionsWaiting } from "#contract/negotiation"
import { signaturesWaiting } from "#contract/signing"
import { negotiationPath } from "./paths.ts"
import { WaitingSignature } from "./WaitingSignature.tsx"
import { WaitingText } from "./WaitingText.tsx"

export const plans: readonly AttentionPlan[] = [
  attentionPlan(signaturesWaiting, 4, (each, { slug }) => ({
    title: each.title,
    partnershipName: each.partnershipName,
    link: { to: negotiationPath(slug, each.partnershipId, each.draftId) },
    words: <WaitingSignature askedAt={each.askedAt} />,
    end: null,
  })),
  attentionPlan(
    proposalsWaiting,
    5,
    ({ title, partnershipName, partnershipId, draftId, since, proposals }, { slug }) => ({
      ...{ title, partnershipName, end: null, link: { to: negotiationPath(slug, partnershipId, draftId) } },
      words: <WaitingText since={since} proposals={proposals} />,
    }),
  ),
  attentionPlan(versionsWaiting, 6, ({ title, partnershipName, partnershipId, draftId, since, number }, { slug }) => ({
    ...{ title, partnershipName, end: null, link: { to: negotiationPath(slug, partnershipId, draftId) } },
    words: <WaitingText since={since} number={number} />,
  })),
]
