import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [withItsPartnership("clock", "party_id")]
