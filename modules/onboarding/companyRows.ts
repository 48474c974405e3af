import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [withItsPartnership("onboarding", "party_id")]
