import { ActionIcon, Anchor } from "@mantine/core"
import { IconClockPause } from "@tabler/icons-react"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Entry } from "#client/attention"
import { linkTo } from "#client/linkTo"
import { partnershipPath } from "#paths/partnership"
import { Hint } from "#ui/Hint"
import classes from "./Home.module.css"
import { keyOf } from "./key.ts"
import type { List } from "./list.ts"
import { Stake } from "./Stake.tsx"

/** One thing that waits: what it is, with whom, whose it is, what is at stake, and what can be done about it in place. */
export const Row = ({ entry, list }: { entry: Entry; list: List }) => {
  const { title, partnershipId, partnershipName, link, words, end } = entry
  return (
    <RowOf row={keyOf(entry)} title={title} partnershipId={partnershipId} list={list} end={end}>
      <Anchor component={Link} {...linkTo(link.to)} c="inherit" className={classes.title} data-title>
        {title}
      </Anchor>
      <span className={classes.line}>
        {partnershipId === null ? (
          <span>{partnershipName}</span>
        ) : (
          <Anchor component={Link} to={partnershipPath(list.slug, partnershipId)} c="inherit" fz="inherit">
            {partnershipName}
          </Anchor>
        )}
        <span>{words}</span>
        {partnershipId === null ? null : <OwnerOf partnershipId={partnershipId} list={list} />}
      </span>
    </RowOf>
  )
}

/** Whose the partnership is, where it is somebody else's. */
export const OwnerOf = ({ partnershipId, list }: { partnershipId: string; list: List }) => {
  const owner = list.partners.get(partnershipId)?.owner
  return owner && !owner.isSelf ? <span>{owner.name}</span> : null
}

type RowOfProps = Readonly<{
  row: string
  title: string
  partnershipId: string | null
  list: List
  end: ReactNode
  children: ReactNode
  below?: ReactNode
}>

/** A row of the day: chosen at its left, put off at its right. */
export const RowOf = ({ row, title, partnershipId, list, end, children, below }: RowOfProps) => {
  const { t } = useTranslation(["home", "snooze"])
  const { chosen, partners, onSnooze } = list
  return (
    <li className={classes.row} data-row={row} data-chosen={chosen.has(row) || undefined}>
      <input
        type="checkbox"
        className={classes.box}
        checked={chosen.has(row)}
        onChange={() => chosen.toggle(row)}
        aria-label={t("choose", { title })}
      />
      <div className={classes.words}>{children}</div>
      <div className={classes.foot}>
        <Stake partner={partnershipId === null ? undefined : partners.get(partnershipId)} />
        <div className={classes.end} data-end>
          <div className={classes.acts}>{end}</div>
          <Hint label={t("snooze:act")}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("snooze:actOf", { title })}
              onClick={() => onSnooze([row])}
            >
              <IconClockPause size={16} aria-hidden />
            </ActionIcon>
          </Hint>
        </div>
      </div>
      {below}
    </li>
  )
}
