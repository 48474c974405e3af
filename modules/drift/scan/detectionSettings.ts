import type { Instant } from "#core/time"
import { alarmBudgetThen } from "#modules/workspaces"
import type { WorkspaceTx } from "#platform/tx"
import type { DetectionSettings } from "../rules.ts"
import { thresholdFor } from "../rules.ts"
import { confirmedThen } from "../store.ts"

/** What the workspace wanted and knew at an instant: its budget of false alarms, and the causes that people had confirmed. */
export const detectionSettingsThen = async (
  tx: WorkspaceTx,
  knownAt: Instant,
): Promise<Required<DetectionSettings>> => ({
  threshold: thresholdFor(await alarmBudgetThen(tx, knownAt)),
  confirmed: await confirmedThen(tx, knownAt),
})
