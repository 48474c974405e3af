import { NumberInput, type NumberInputProps } from "@mantine/core"
import { type Field, locked } from "./field/locked.ts"

export const NumberField = ({ disabledReason, description, ...props }: Field<NumberInputProps>) => (
  <NumberInput hideControls {...props} {...locked(disabledReason, description)} />
)
