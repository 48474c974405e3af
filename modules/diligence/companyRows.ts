import { byItself } from "#platform/companyRows"

export const companyRows = [byItself("diligence_item")]
