import { type AttentionPlan, attentionPlan } from "#client/attention"
import { visitsNear } from "#contract/visits"
import { visitsPath } from "./paths.ts"

export const plans: readonly AttentionPlan[] = [
  attentionPlan(visitsNear, 15, ({ purpose, partnershipName }, { slug }) => ({
    title: purpose,
    partnershipName,
    link: { to: visitsPath(slug) },
    words: partnershipName,
    end: null,
  })),
]
