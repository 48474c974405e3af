import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [
  withItsPartnership("commitment", "party_id"),
  withItsPartnership("occurrence", "party_id"),
  withItsPartnership("evidence", "party_id"),
]
