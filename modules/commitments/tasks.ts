import { z } from "zod"

/** The mail to those who answer what was proposed in one act. */
export const askAboutProposals = {
  name: "commitments.ask-about-proposals",
  payload: z.object({ workspaceId: z.uuid(), batchId: z.uuid() }),
}
