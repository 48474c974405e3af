import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "organizations",
  tables: {
    organization: {
      ...nobody(
        "name",
        "domains",
        "registration_number",
        "website",
        "regions",
        "industries",
        "capabilities",
        "languages",
        "size",
        "external_id",
      ),
    },
    organization_mark: nobody("kind", "value"),
  },
}
