import { newId } from "#platform/ids"
import type { TestKeelson, TestWorkspace } from "./keelson.ts"
import { plant } from "./planting.ts"

/** Ids of one row of every kind, by the name of the path parameter that stands for it. */
export type Everything = Readonly<Record<string, string>>

/** One row of everything in a workspace, for tests that go through every endpoint. */
export const recordEverything = async (keelson: TestKeelson, { system }: TestWorkspace): Promise<Everything> =>
  (await plant(keelson, system.workspaceId, { host: newId(), member: newId(), company: newId() })).ids
