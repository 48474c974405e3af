import { Button, VisuallyHidden } from "@mantine/core"
import { IconDownload } from "@tabler/icons-react"
import { Fragment, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Menu, MenuDivider, MenuItem, MenuLabel } from "#ui/Menu"
import { type Export, useTaking } from "./useTaking.ts"

export type { Export }

type ExportMenuProps = {
  /** In groups where it matters for whom a document is. */
  groups: readonly Readonly<{ label?: string; exports: readonly Export[] }>[]
  /** As large as the buttons beside it. */
  size?: "xs" | "sm"
  /** Where it is not documents in general. */
  label?: string
  icon?: typeof IconDownload
  /** What else can be done with them. */
  children?: ReactNode
}

/** Documents to take away. */
export const ExportMenu = ({ groups, size = "sm", label, icon: Icon = IconDownload, children }: ExportMenuProps) => {
  const { t } = useTranslation("acts")
  const { making, take, said } = useTaking()
  return (
    <>
      <Menu
        position="bottom-end"
        withinPortal={false}
        target={
          <Button
            size={size}
            variant="default"
            loading={making !== undefined}
            leftSection={<Icon size={14} aria-hidden />}
          >
            {label ?? t("export.open")}
          </Button>
        }
      >
        {groups.map(({ label: whose, exports }, index) => (
          <Fragment key={exports[0]?.key ?? whose}>
            {index > 0 ? <MenuDivider /> : null}
            {whose === undefined ? null : <MenuLabel>{whose}</MenuLabel>}
            {exports.map((each) => (
              <MenuItem key={each.key} onClick={() => void take(each)}>
                {each.label}
              </MenuItem>
            ))}
          </Fragment>
        ))}
        {children}
      </Menu>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}
