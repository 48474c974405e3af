import { byItself, withItsPartnership } from "#platform/companyRows"

export const companyRows = [
  byItself("contact"),
  byItself("invitation"),
  withItsPartnership("role_assignment", "party_id"),
]
