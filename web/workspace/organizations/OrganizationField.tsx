import { useDebouncedValue } from "@mantine/hooks"
import { type ComponentProps, useState } from "react"
import { useEndpoint } from "#client/useEndpoint"
import { getOrganization, listOrganizations } from "#contract/organizations"
import { SelectField } from "#ui/SelectField"

type OrganizationFieldProps = Omit<ComponentProps<typeof SelectField>, "data"> & {
  /** Not this one. */
  except: string
  /** Chosen from the beginning. */
  first: string | undefined
}

/** Finds a company by typing its name or domain. */
export const OrganizationField = ({ except, first, ...props }: OrganizationFieldProps) => {
  const [typed, setTyped] = useState("")
  const [search] = useDebouncedValue(typed.trim(), 200)
  const found = useEndpoint(
    listOrganizations,
    { query: { sort: "name", limit: 20, ...(search === "" ? {} : { search }) } },
    { keepsPrevious: true },
  )
  const chosen = useEndpoint(
    getOrganization,
    { params: { organization: props.value || (first ?? "") } },
    { isEnabled: Boolean(props.value) },
  )
  const named = chosen.data && props.value ? [chosen.data] : []
  const all = [...named, ...(found.data?.items ?? []).filter(({ id }) => id !== props.value)]
  return (
    <SelectField
      {...props}
      value={props.value || null}
      searchable
      openOnFocus={first === undefined}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={all
        .filter(({ id }) => id !== except)
        .map(({ id, name, domains }) => ({ value: id, label: domains[0] ? `${name} (${domains[0]})` : name }))}
      data-autofocus
    />
  )
}
