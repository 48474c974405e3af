import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [
  withItsPartnership("commitment", "party_id"),
  withItsPartnership("occurrence", "party_id", "undo"),
  withItsPartnership("evidence", "party_id"),
  withItsPartnership("promise_proposal", "party_id", "answered_party_id"),
]
