import { Select, type SelectProps } from "@mantine/core"
import { type Field, locked } from "./field/locked.ts"

export const SelectField = ({ disabledReason, description, ...props }: Field<SelectProps>) => (
  <Select allowDeselect={false} checkIconPosition="right" {...props} {...locked(disabledReason, description)} />
)
