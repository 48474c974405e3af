import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [withItsPartnership("activity", "party_id", "private_to", "recorded_by")]
