import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [withItsPartnership("agreement_draft", "private_to", "content", "base")]
