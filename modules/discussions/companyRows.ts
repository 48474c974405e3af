import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [
  withItsPartnership("thread", "private_to"),
  withItsPartnership("comment", "party_id", "private_to"),
]
