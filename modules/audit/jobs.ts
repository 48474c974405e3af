import { z } from "zod"
import { job } from "#platform/jobs"
import { forgetOldSecurityEvents } from "#platform/securityEvents"
import { keptSecurityDays } from "./contract.ts"

const forgetSecurityEvents = job({
  name: "security-events.forget",
  payload: z.object({}),
  cron: "50 3 * * *",
  run: (_payload, { platform }) => platform.transact({ kind: "anonymous" }, forgetOldSecurityEvents(keptSecurityDays)),
})

export const jobs = [forgetSecurityEvents]
