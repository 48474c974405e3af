import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "clocks",
  tables: {
    calendar: { ...nobody("name", "time_zone", "region", "weekly", "days") },
    clock: { course: "words", questions: "words", ...nobody("promise", "subject_kind") },
    agreed_target: { ...nobody("promise") },
    response_target: { ...nobody("promise") },
  },
}
