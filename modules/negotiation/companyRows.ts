import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [withItsPartnership("clause_proposal", "party_id", "answered_party_id", "private_to")]
