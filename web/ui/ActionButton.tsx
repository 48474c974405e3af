import { Button, type ButtonProps } from "@mantine/core"
import type { MouseEvent } from "react"
import { Hint } from "./Hint.tsx"

type ActionButtonProps = Omit<ButtonProps, "disabled"> & {
  /** Why this cannot be done now, as the server says it. The button stays reachable so that the reason can be read. */
  disabledReason?: string | undefined
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  type?: "button" | "submit"
}

/** A button that never goes grey without saying why. */
export const ActionButton = ({ disabledReason, onClick, type = "button", ...props }: ActionButtonProps) => (
  <Hint label={disabledReason}>
    <Button
      {...props}
      type={type}
      {...(disabledReason ? { "aria-disabled": true, "data-disabled": true } : {})}
      onClick={(event) => {
        if (disabledReason) event.preventDefault()
        else onClick?.(event)
      }}
    />
  </Hint>
)
