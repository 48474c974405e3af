import { withItsPartnership } from "#platform/companyRows"

export const companyRows = [
  withItsPartnership("agreement_draft", "private_to", "content", "base"),
  withItsPartnership("agreement_version", "party_id", "content"),
  withItsPartnership("version_consent", "party_id"),
  withItsPartnership("notice_given", "party_id"),
]
