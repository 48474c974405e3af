import * as agreements from "#modules/agreements"
import * as commitments from "#modules/commitments"
import * as home from "#modules/home"
import * as notifications from "#modules/notifications"
import * as objectives from "#modules/objectives"
import * as organizations from "#modules/organizations"
import * as partnerships from "#modules/partnerships"
import * as workspaces from "#modules/workspaces"
import type { Action } from "#platform/action"
import type { Job } from "#platform/jobs"

/** Every use case the server offers. */
export const actions: readonly Action[] = [
  ...workspaces.actions,
  ...organizations.actions,
  ...partnerships.actions,
  ...objectives.actions,
  ...commitments.actions,
  ...agreements.actions,
  ...notifications.actions,
  ...home.actions,
]

/** Every reaction and schedule. */
export const jobs: readonly Job[] = [
  ...commitments.jobs,
  ...agreements.jobs,
  ...notifications.jobs,
]
