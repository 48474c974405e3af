import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [withItsPartnership("file", "party_id", "private_to")]
