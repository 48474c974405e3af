import type { ComponentProps } from "react"
import { useEndpoint } from "#client/useEndpoint"
import { listMembers } from "#contract/people"
import { SelectField } from "#ui/SelectField"

/** Chooses one of the host's active members. */
export const OwnerField = (props: Omit<ComponentProps<typeof SelectField>, "data">) => {
  const members = useEndpoint(listMembers, {}).data?.items ?? []
  const active = members.filter(({ deactivatedAt }) => deactivatedAt === null)
  return (
    <SelectField
      searchable
      clearable
      data={active.map(({ id, name }) => ({ value: id, label: name }))}
      {...props}
      value={props.value || null}
    />
  )
}
