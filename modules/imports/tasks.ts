import { z } from "zod"

/** The work on one run. What does it is in `jobs.ts`, which needs everything that queues it. */
export const importWork = {
  name: "imports.work",
  payload: z.object({ workspaceId: z.uuid(), importId: z.uuid() }),
}
