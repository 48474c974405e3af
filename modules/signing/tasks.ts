import { z } from "zod"

/** What follows an act on a round: whose turn it is now is asked, links of who signs no more die, what all signed is put in force. */
export const followRound = {
  name: "signing.follow",
  payload: z.object({ workspaceId: z.uuid(), signingId: z.uuid() }),
}

/** The finished document of a round that all have signed. */
export const sealRound = {
  name: "signing.seal",
  payload: z.object({ workspaceId: z.uuid(), signingId: z.uuid() }),
}
