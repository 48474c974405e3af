import type { ComponentProps } from "react"
import { useEndpoint } from "#client/useEndpoint"
import { listMembers } from "#contract/people"
import { SelectField } from "#ui/fields"

/** Chooses one of the host's active members. */
export const OwnerField = (props: Omit<ComponentProps<typeof SelectField>, "data">) => {
  const members = useEndpoint(listMembers, {}).data?.items ?? []
  return (
    <SelectField
      searchable
      clearable
      data={members
        .filter(({ deactivatedAt }) => deactivatedAt === null)
        .map(({ id, name }) => ({ value: id, label: name }))}
      {...props}
    />
  )
}
