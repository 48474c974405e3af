import type { Screens } from "#client/area"
import { listCandidates, listProfiles } from "#contract/recruitment"

export const screens: Screens = {
  "recruit/candidates/$candidate": async (first) => [`recruit/candidates/${(await first(listCandidates)).id}`],
  "recruit/profiles/$profile": async (first) => [`recruit/profiles/${(await first(listProfiles)).id}`],
}
