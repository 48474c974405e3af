import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"
import classes from "./GroupHead.module.css"
import type { Group } from "./groups.ts"
import type { PortfolioView } from "./view.ts"

type GroupHeadProps = { by: NonNullable<PortfolioView["group"]>; group: Group }

/** What a group's lines have in common, how many they are, and what they come to. */
export const GroupHead = ({ by, group }: GroupHeadProps) => {
  const { t } = useTranslation(["portfolio-more", "marks"])
  const format = useFormat()
  const { key, partnerships, drifting, silent, overdue, values, unvalued } = group
  const said = [
    values.length > 0
      ? t("group.value", { money: values.map((money) => format.money(money, true)).join(" + ") })
      : null,
    unvalued > 0 ? t("group.unvalued", { count: unvalued }) : null,
    drifting > 0 ? t("group.drifting", { count: drifting }) : null,
    silent > 0 ? t("group.silent", { count: silent }) : null,
    overdue.host > 0 ? t("group.overdueHost", { count: overdue.host }) : null,
    overdue.partner > 0 ? t("group.overduePartner", { count: overdue.partner }) : null,
  ].filter((part) => part !== null)
  return (
    <>
      <b className={classes.name}>{key === null ? t(`group.without.${by as "owner"}`) : nameOf(by, group, t)}</b>
      <span className={classes.count}>{t("group.count", { count: partnerships })}</span>
      {said.map((part) => (
        <span key={part} className={classes.figure}>
          {part}
        </span>
      ))}
    </>
  )
}

const nameOf = (by: GroupHeadProps["by"], { key, name }: Group, t: (text: never) => string): string =>
  by === "health" || by === "type" || by === "stage" ? t(`marks:${by}.${key}` as never) : (name ?? key ?? "")
