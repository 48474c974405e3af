import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [
  withItsPartnership("agreement_signing", "ended_party_id"),
  withItsPartnership("agreement_signer", "party_id"),
]
