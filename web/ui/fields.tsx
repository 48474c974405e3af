import {
  Checkbox,
  type CheckboxProps,
  PasswordInput,
  type PasswordInputProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from "@mantine/core"
import { type Field, locked } from "./field/locked.ts"

/** Spread `form.getInputProps("name")` into any of these: value, change and the field's error in words come with it. */
export const TextField = ({ disabledReason, description, ...props }: Field<TextInputProps>) => (
  <TextInput {...props} {...locked(disabledReason, description)} />
)

export const AreaField = ({ disabledReason, description, ...props }: Field<TextareaProps>) => (
  <Textarea autosize minRows={3} maxRows={12} {...props} {...locked(disabledReason, description)} />
)

export const PasswordField = ({ disabledReason, description, ...props }: Field<PasswordInputProps>) => (
  // What is typed into does not say by itself that it is wrong, as the others do.
  <PasswordInput {...props} aria-invalid={props.error ? true : undefined} {...locked(disabledReason, description)} />
)

/** The browser's own date field: every language, every input method, no code of ours. Its value is a PlainDate. */
export const DateField = ({ disabledReason, description, ...props }: Field<TextInputProps>) => (
  <TextInput type="date" min="0001-01-01" max="9999-12-31" {...props} {...locked(disabledReason, description)} />
)

export const CheckField = ({ disabledReason, description, ...props }: Field<CheckboxProps>) => (
  <Checkbox {...props} disabled={disabledReason !== undefined} description={disabledReason ?? description} />
)
