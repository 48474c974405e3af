import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [withItsPartnership("signal_series", "party_id")]
