import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [
  withItsPartnership("task", "party_id", "private_to"),
  withItsPartnership("plan", "private_to"),
]
