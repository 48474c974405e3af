import { z } from "zod"
import { attentionShape } from "#core/attention"
import { idShape, instantShape } from "#core/endpoint"

const waitingDraft = z.object({
  draftId: idShape,
  partnershipId: idShape,
  partnershipName: z.string(),
  title: z.string(),
  since: instantShape,
})
const at = ({ draftId, partnershipId }: z.output<typeof waitingDraft>) => ({ id: draftId, partnershipId, on: null })

/** Texts on which another party's proposals wait for one's own answer, the longest first. */
export const proposalsWaiting = attentionShape(
  "clause_proposals",
  waitingDraft.extend({ proposals: z.number().int() }),
  ["waiting"],
  at,
)

/** Versions that lie before both sides, on which nothing is proposed, and which wait for one's own party to agree; the longest first. */
export const versionsWaiting = attentionShape(
  "agreement_versions",
  waitingDraft.extend({ number: z.number().int() }),
  ["waiting"],
  at,
)
