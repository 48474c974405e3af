import { ActionIcon } from "@mantine/core"
import { IconInfoCircle } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { Menu, MenuLabel } from "#ui/Menu"
import classes from "./HealthStrip.module.css"

/** What the bars of a line's weeks mean, by their colour and height. */
export const StripLegend = () => {
  const { t } = useTranslation("portfolio")
  return (
    <Menu
      target={
        <ActionIcon size={30} aria-label={t("strip.legend.open")} title={t("strip.legend.open")}>
          <IconInfoCircle size={14} stroke={1.7} />
        </ActionIcon>
      }
    >
      <MenuLabel>{t("strip.legend.title")}</MenuLabel>
      {(["good", "warn", "bad", "unknown"] as const).map((tone) => (
        <MenuLabel key={tone}>
          <svg aria-hidden width="14" height="14" className={classes.swatch}>
            <rect
              width="14"
              height={tone === "unknown" ? 2 : tone === "bad" ? 6 : tone === "warn" ? 10 : 14}
              y={tone === "unknown" ? 12 : tone === "bad" ? 8 : tone === "warn" ? 4 : 0}
              className={classes[tone]}
            />
          </svg>{" "}
          {t(`strip.legend.${tone}`)}
        </MenuLabel>
      ))}
    </Menu>
  )
}
