import { z } from "zod"

/** Carries an erasure out. What does it is in `jobs.ts`. */
export const carryOut = {
  name: "privacy.erase",
  payload: z.object({ workspaceId: z.uuid(), erasureId: z.uuid() }),
}
