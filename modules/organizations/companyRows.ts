import { byItself } from "#platform/companyRows"

export const companyRows = [byItself("organization", "parent_id"), byItself("organization_mark")]
