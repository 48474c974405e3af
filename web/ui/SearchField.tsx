import { TextInput } from "@mantine/core"
import { useDebouncedCallback } from "@mantine/hooks"
import { IconSearch } from "@tabler/icons-react"
import { useEffect, useRef } from "react"

type SearchFieldProps = {
  label: string
  value: string
  onChange: (text: string) => void
  size?: "xs" | "sm"
  w?: number
}

/** Narrows a list by what is typed, a moment after; follows the address when a view is opened or cleared. */
export const SearchField = ({ label, value, onChange, size = "sm", w = 220 }: SearchFieldProps) => {
  const field = useRef<HTMLInputElement>(null)
  const said = useRef(value)
  const tell = useDebouncedCallback((text: string) => {
    said.current = text.trim()
    onChange(said.current)
  }, 250)
  useEffect(() => {
    if (field.current && value !== said.current) field.current.value = value
    said.current = value
  }, [value])
  return (
    <TextInput
      ref={field}
      type="search"
      size={size}
      w={w}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} aria-hidden />}
      defaultValue={value}
      onChange={({ currentTarget }) => tell(currentTarget.value)}
    />
  )
}
