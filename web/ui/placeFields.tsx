import type { SelectProps } from "@mantine/core"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { countryNames } from "#core/countryNames"
import { SelectField } from "./SelectField.tsx"

type PlaceFieldProps = Omit<SelectProps, "data" | "label"> & { label: string }

/** The time zone that this browser runs in. */
export const timeZoneHere = Intl.DateTimeFormat().resolvedOptions().timeZone

export const TimeZoneField = (props: PlaceFieldProps) => {
  const { value } = props
  // Browsers leave UTC out of their list, and still answer it; what is kept may be a name they do not list.
  const data = useMemo(
    () => [...new Set([timeZoneHere, "UTC", ...(value ? [value] : []), ...Intl.supportedValuesOf("timeZone")])].sort(),
    [value],
  )
  return <SelectField {...props} searchable data={data} />
}

export const CurrencyField = (props: PlaceFieldProps) => {
  const { i18n } = useTranslation()
  const data = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: "currency" })
    return Intl.supportedValuesOf("currency").map((code) => ({ value: code, label: `${code} - ${names.of(code)}` }))
  }, [i18n.language])
  return <SelectField {...props} searchable data={data} />
}

/** A country by its name; the value is its two-letter code, "" for none. */
export const CountryField = ({ value, onChange, ...props }: PlaceFieldProps) => {
  const { i18n } = useTranslation()
  const data = useMemo(
    () =>
      Array.from(countryNames(i18n.language), ([code, name]) => ({ value: code, label: name })).sort((one, other) =>
        one.label.localeCompare(other.label, i18n.language),
      ),
    [i18n.language],
  )
  return (
    <SelectField
      {...props}
      searchable
      clearable
      data={data}
      value={value || null}
      onChange={(code, option) => onChange?.(code ?? "", option)}
    />
  )
}
