import { activities } from "#modules/activities"
import { agreements } from "#modules/agreements"
import { approvals } from "#modules/approvals"
import { audit } from "#modules/audit"
import { clocks } from "#modules/clocks"
import { commitments } from "#modules/commitments"
import { conditions } from "#modules/conditions"
import { deals } from "#modules/deals"
import { diligence } from "#modules/diligence"
import { discussions } from "#modules/discussions"
import { documents } from "#modules/documents"
import { drift } from "#modules/drift"
import { files } from "#modules/files"
import { guidance } from "#modules/guidance"
import { home } from "#modules/home"
import { imports } from "#modules/imports"
import { links } from "#modules/links"
import { measurements } from "#modules/measurements"
import { mergers } from "#modules/mergers"
import { metrics } from "#modules/metrics"
import { negotiation } from "#modules/negotiation"
import { notifications } from "#modules/notifications"
import { objectives } from "#modules/objectives"
import { onboarding } from "#modules/onboarding"
import { organizations } from "#modules/organizations"
import { partnerships } from "#modules/partnerships"
import { people } from "#modules/people"
import { portfolio } from "#modules/portfolio"
import { privacy } from "#modules/privacy"
import { programs } from "#modules/programs"
import { recruitment } from "#modules/recruitment"
import { seals } from "#modules/seals"
import { signals } from "#modules/signals"
import { signing } from "#modules/signing"
import { tasks } from "#modules/tasks"
import { views } from "#modules/views"
import { workspaces } from "#modules/workspaces"
import type { Module } from "#platform/module"

/** The business, from the lowest to the highest: a module imports, and reads the tables of, those above its line only. */
export const modules: readonly Module[] = [
  workspaces,
  views,
  links,
  organizations,
  partnerships,
  clocks,
  people,
  files,
  discussions,
  tasks,
  approvals,
  documents,
  seals,
  metrics,
  activities,
  deals,
  measurements,
  objectives,
  commitments,
  agreements,
  negotiation,
  signing,
  onboarding,
  imports,
  mergers,
  programs,
  diligence,
  recruitment,
  signals,
  drift,
  notifications,
  conditions,
  portfolio,
  guidance,
  home,
  privacy,
  audit,
]
