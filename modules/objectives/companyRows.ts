import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [withItsPartnership("objective", "party_id")]
