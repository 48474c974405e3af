import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { getPartnership } from "#contract/portfolio"
import { SelectField } from "#ui/SelectField"
import { useViewerSide } from "#ui/viewer"

/** The companies that take part in a partnership now, by name; none where there is one and its side says it all. */
export const useCompanies = (partnershipId: string): readonly Readonly<{ id: string; name: string }>[] => {
  // A company speaks for itself alone; whom the host means, the host says.
  const isEnabled = useViewerSide() === "host"
  const found = useEndpoint(getPartnership, { params: { partnership: partnershipId } }, { isEnabled })
  const parties = found.data?.parties ?? []
  const present = parties.filter(({ leftOn }) => leftOn === null)
  return present.length < 2 ? [] : present.map(({ organizationId, name }) => ({ id: organizationId, name: name ?? "" }))
}

type CompanyFieldProps = Omit<ComponentProps<typeof SelectField>, "data" | "label"> & { partnershipId: string }

/** Chooses which company is meant; not shown where only one takes part. */
export const CompanyField = ({ partnershipId, ...props }: CompanyFieldProps) => {
  const { t } = useTranslation("acts")
  const companies = useCompanies(partnershipId)
  if (companies.length === 0) return null
  return (
    <SelectField
      label={t("company")}
      data={companies.map(({ id, name }) => ({ value: id, label: name }))}
      {...props}
      value={props.value || null}
    />
  )
}
