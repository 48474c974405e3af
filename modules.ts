import * as activities from "#modules/activities"
import * as agreements from "#modules/agreements"
import * as audit from "#modules/audit"
import * as commitments from "#modules/commitments"
import * as deals from "#modules/deals"
import * as drift from "#modules/drift"
import * as home from "#modules/home"
import * as imports from "#modules/imports"
import * as measurements from "#modules/measurements"
import * as notifications from "#modules/notifications"
import * as objectives from "#modules/objectives"
import * as organizations from "#modules/organizations"
import * as partnerships from "#modules/partnerships"
import * as people from "#modules/people"
import * as workspaces from "#modules/workspaces"
import type { Action } from "#platform/action"
import type { Job } from "#platform/jobs"

/** Every use case the server offers. */
export const actions: readonly Action[] = [
  ...workspaces.actions,
  ...organizations.actions,
  ...partnerships.actions,
  ...people.actions,
  ...objectives.actions,
  ...commitments.actions,
  ...agreements.actions,
  ...imports.actions,
  ...activities.actions,
  ...deals.actions,
  ...measurements.actions,
  ...drift.actions,
  ...notifications.actions,
  ...home.actions,
  ...audit.actions,
]

/** Every reaction and schedule. */
export const jobs: readonly Job[] = [
  ...workspaces.jobs,
  ...people.jobs,
  ...commitments.jobs,
  ...agreements.jobs,
  ...drift.jobs,
  ...imports.jobs,
  ...notifications.jobs,
]
