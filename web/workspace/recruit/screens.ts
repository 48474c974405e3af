import type { Screens } from "#client/area"
import { listApplications, listCandidates, listForms, listProfiles } from "#contract/recruitment"

export const screens: Screens = {
  "recruit/applications/$application": async (first) => [`recruit/applications/${(await first(listApplications)).id}`],
  "recruit/forms/$form": async (first) => [`recruit/forms/${(await first(listForms)).id}`],
  "recruit/candidates/$candidate": async (first) => [`recruit/candidates/${(await first(listCandidates)).id}`],
  "recruit/profiles/$profile": async (first) => [`recruit/profiles/${(await first(listProfiles)).id}`],
}
