import {
  Checkbox,
  type CheckboxProps,
  NumberInput,
  type NumberInputProps,
  PasswordInput,
  type PasswordInputProps,
  Select,
  type SelectProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from "@mantine/core"
import type { ReactNode } from "react"

type Field<Props> = Omit<Props, "disabled" | "label"> & {
  label: string
  /** Why this cannot be changed now; shown under the field, which becomes read-only. */
  disabledReason?: string | undefined
}

/** The reason takes the place of the hint, and the field can be read but not changed. */
const locked = (reason: string | undefined, hint: ReactNode) =>
  reason === undefined ? { description: hint } : { description: reason, readOnly: true, "data-locked": true }

/** Spread `form.getInputProps("name")` into any of these: value, change and the field's error in words come with it. */
export const TextField = ({ disabledReason, description, ...props }: Field<TextInputProps>) => (
  <TextInput {...props} {...locked(disabledReason, description)} />
)

export const AreaField = ({ disabledReason, description, ...props }: Field<TextareaProps>) => (
  <Textarea autosize minRows={3} maxRows={12} {...props} {...locked(disabledReason, description)} />
)

export const PasswordField = ({ disabledReason, description, ...props }: Field<PasswordInputProps>) => (
  <PasswordInput {...props} {...locked(disabledReason, description)} />
)

export const NumberField = ({ disabledReason, description, ...props }: Field<NumberInputProps>) => (
  <NumberInput hideControls {...props} {...locked(disabledReason, description)} />
)

export const SelectField = ({ disabledReason, description, ...props }: Field<SelectProps>) => (
  <Select allowDeselect={false} checkIconPosition="right" {...props} {...locked(disabledReason, description)} />
)

/** The browser's own date field: every language, every input method, no code of ours. Its value is a PlainDate. */
export const DateField = ({ disabledReason, description, ...props }: Field<TextInputProps>) => (
  <TextInput type="date" min="0001-01-01" max="9999-12-31" {...props} {...locked(disabledReason, description)} />
)

export const CheckField = ({ disabledReason, description, ...props }: Field<CheckboxProps>) => (
  <Checkbox {...props} disabled={disabledReason !== undefined} description={disabledReason ?? description} />
)
