import { byItself, withItsPartnership } from "#platform/companyRows"

export const companyRows = [
  byItself("partnership"),
  byItself("partnership_party", "organization_id", "partnership_id"),
  withItsPartnership("note", "private_to"),
]
