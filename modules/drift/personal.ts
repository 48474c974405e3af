import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "drift",
  tables: {
    drift_case: {
      finding: "words",
      confirmed_by: "account",
      close_reason: "words",
      confirmed_cause: "words",
      ...nobody("cause"),
    },
    drift_finding: { finding: "words" },
    drift_scan: { requested_by: "account" },
  },
}
