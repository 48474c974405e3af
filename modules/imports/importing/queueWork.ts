import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import type { WorkspaceTx } from "#platform/tx"
import { importWork } from "../tasks.ts"

/** Queues the job that does what the run waits for; one at a time per run. */
export const queueWork = ({ actor, enqueue }: WorkspaceTx, importId: Id, runAt?: Instant): Promise<void> =>
  enqueue(
    importWork,
    { workspaceId: actor.workspaceId, importId },
    { key: `import ${importId}`, ...(runAt && { runAt }) },
  )
