import type { ComponentProps } from "react"
import { useEndpoint } from "#client/useEndpoint"
import { getPartnershipPeople } from "#contract/people"
import { SelectField } from "#ui/SelectField"

type PartnerPersonFieldProps = Omit<ComponentProps<typeof SelectField>, "data"> & { partnershipId: string }

/** Chooses one of the people who have a part on the partner's side. */
export const PartnerPersonField = ({ partnershipId, ...props }: PartnerPersonFieldProps) => {
  const people = useEndpoint(getPartnershipPeople, { params: { partnership: partnershipId } }).data?.current ?? []
  const names = new Map(
    people
      .filter(({ side }) => side === "partner")
      .flatMap(({ contactId, contactName }) => (contactName === null ? [] : [[contactId, contactName] as const])),
  )
  return (
    <SelectField
      searchable
      clearable
      data={[...names].map(([value, label]) => ({ value, label }))}
      {...props}
      value={props.value || null}
    />
  )
}
