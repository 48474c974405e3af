import { z } from "zod"

/** Looks the bytes of one object through. What does it is in `jobs.ts`. */
export const checkObject = {
  name: "files.check",
  payload: z.object({ workspaceId: z.uuid(), hash: z.string() }),
}
