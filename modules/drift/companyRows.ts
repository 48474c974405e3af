import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [
  withItsPartnership("drift_finding", "first_party_id", "finding"),
  withItsPartnership("drift_case", "first_party_id", "finding"),
]
