import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [withItsPartnership("deal", "party_id")]
