import * as organizations from "#modules/organizations"
import * as workspaces from "#modules/workspaces"
import type { Action } from "#platform/action"
import type { Job } from "#platform/jobs"

/** Every use case the server offers. */
export const actions: readonly Action[] = [...workspaces.actions, ...organizations.actions]

/** Every reaction and schedule. */
export const jobs: readonly Job[] = []
