import { useComputedColorScheme } from "@mantine/core"
import { dark, light, type Tokens } from "#ui/tokens"

/** The tokens of the theme on the screen, for pictures that cannot use CSS variables. */
export const useTokens = (): Tokens => (useComputedColorScheme("light") === "dark" ? dark : light)
