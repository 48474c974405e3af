import { askAnew } from "./approving/jobs.ts"
import { applyAgreed } from "./drafts/jobs.ts"
import { followNotice } from "./notice/jobs.ts"
import { followCalendar, followCountry, turnDay } from "./passing.ts"

export const jobs = [askAnew, applyAgreed, turnDay, followNotice, followCountry, followCalendar]
