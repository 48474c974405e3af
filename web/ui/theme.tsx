import "@mantine/core/styles.css"
import "@mantine/notifications/styles.css"
import "@mantine/spotlight/styles.css"
import "./theme.css"
import {
  type ActionIconProps,
  type ButtonProps,
  type CSSVariablesResolver,
  createTheme,
  type DrawerProps,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
  MantineProvider,
  type MenuProps,
  type ModalProps,
  type PaperProps,
  type PopoverProps,
  type TableScrollContainerProps,
  type TooltipProps,
} from "@mantine/core"
import { lazy, type ReactNode, Suspense } from "react"
import { rest } from "./rest.tsx"
import { cssName, dark, light, type Tokens } from "./tokens.tsx"

const keel: MantineColorsTuple = [
  "#eef1fd",
  "#dbe1fb",
  "#b6c2f6",
  "#90a2f2",
  "#7d93f8",
  "#4a66e0",
  "#3b57d6",
  "#3450c4",
  "#2a41a3",
  "#22357f",
]

const slate: MantineColorsTuple = [
  "#ecedf0",
  "#c9ccd3",
  "#a4a9b3",
  "#80858f",
  "#44474e",
  "#33363c",
  "#1e2024",
  "#17181b",
  "#101113",
  "#0a0b0c",
]

const red: MantineColorsTuple = [
  "#fdebec",
  "#fbd5d7",
  "#f5acaf",
  "#ee8084",
  "#e5595d",
  "#dc3e42",
  "#c4303a",
  "#b4232c",
  "#941c24",
  "#74161c",
]

/** The page stays in view behind what stands before it. */
const overlayProps = { backgroundOpacity: 0.4 }

const theme = createTheme({
  primaryColor: "keel",
  primaryShade: { light: 6, dark: 6 },
  colors: { keel, red, dark: slate },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Inter, Roboto, "Noto Sans", "Noto Sans JP", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.375rem", lineHeight: "1.3" },
      h2: { fontSize: "1rem", lineHeight: "1.4" },
      h3: { fontSize: "0.875rem", lineHeight: "1.45" },
    },
  },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.45" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "14px" },
  defaultRadius: "md",
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  // Plain objects instead of `Button.extend(...)`: the theme must not bring every component to every page.
  components: {
    Button: { defaultProps: { size: "sm" } satisfies ButtonProps },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } satisfies ActionIconProps },
    InputWrapper: { styles: { label: { marginBottom: 4 }, description: { marginBottom: 4 } } },
    Menu: {
      defaultProps: {
        shadow: "md",
        position: "bottom-end",
        withInitialFocusPlaceholder: false,
      } satisfies Omit<MenuProps, "children">,
    },
    Modal: { defaultProps: { centered: true, radius: "lg", overlayProps } satisfies Partial<ModalProps> },
    Drawer: { defaultProps: { overlayProps } satisfies Partial<DrawerProps> },
    Paper: { defaultProps: { radius: "lg" } satisfies PaperProps },
    Popover: { defaultProps: { shadow: "md", withinPortal: true } satisfies PopoverProps },
    // What is wider than the screen is read by keyboard too.
    TableScrollContainer: {
      defaultProps: {
        scrollAreaProps: { viewportProps: { tabIndex: 0 } },
      } satisfies Partial<TableScrollContainerProps>,
    },
    Tooltip: {
      defaultProps: { openDelay: 300, withArrow: false, multiline: true } satisfies Partial<TooltipProps>,
    },
  },
})

const ours = (tokens: Tokens) =>
  Object.fromEntries(Object.entries(tokens).map(([name, value]) => [cssName(name), value]))

const mantineFrom = (tokens: Tokens) => ({
  "--mantine-color-body": tokens.canvas,
  "--mantine-color-text": tokens.text,
  "--mantine-color-dimmed": tokens.textSoft,
  "--mantine-color-placeholder": tokens.textSoft,
  "--mantine-color-anchor": tokens.accentText,
  "--mantine-color-error": tokens.badText,
  "--mantine-color-default": tokens.surface,
  "--mantine-color-default-hover": tokens.sunken,
  "--mantine-color-default-border": tokens.line,
  "--mantine-color-keel-light": tokens.accentSoft,
  "--mantine-color-keel-light-hover": tokens.accentSoft,
  "--mantine-color-keel-light-color": tokens.accentText,
  "--mantine-color-keel-outline": tokens.accentText,
  "--mantine-color-red-light": tokens.badSoft,
  "--mantine-color-red-light-color": tokens.badText,
  "--mantine-color-red-light-hover": tokens.badSoft,
})

const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...ours(light), ...mantineFrom(light) },
  dark: { ...ours(dark), ...mantineFrom(dark) },
})

/** Vite leaves the page's nonce in a meta element; without one (style-src 'unsafe-inline') it is empty and harmless. */
const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ""

// The scroll lock of dialogs makes its style element by itself and reads the nonce from this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })

const colorSchemeManager = localStorageColorSchemeManager({ key: "keelson-color-scheme" })

// What is told before it is there waits in its store.
const Notices = lazy(async () => {
  await rest()
  return import("./Notices.lazy.tsx")
})

/** Everything a page needs to look like Keelson: theme, light and dark, notifications. */
export const ThemeProvider = ({ children }: { children: ReactNode }) => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={resolver}
    colorSchemeManager={colorSchemeManager}
    defaultColorScheme="auto"
    getStyleNonce={styleNonce}
    deduplicateInlineStyles
  >
    <Suspense>
      <Notices />
    </Suspense>
    {children}
  </MantineProvider>
)
