import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [withItsPartnership("measurement", "party_id", "private_to")]
