import { UnstyledButton } from "@mantine/core"
import { IconChevronRight } from "@tabler/icons-react"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { type MissedGroup, promisesMissed } from "#contract/commitments"
import type { AttentionGroup } from "#core/attention"
import { Panel } from "#ui/Panel"
import { LoadingState } from "#ui/states"
import { useFormat } from "#ui/text"
import { useFigure } from "#ui/useFigure"
import classes from "./Home.module.css"
import { keyOf } from "./key.ts"
import type { List } from "./list.ts"
import { MissedActs } from "./MissedActs.tsx"
import { Older } from "./Older.tsx"
import { OwnerOf, RowOf } from "./Row.tsx"
import type { HomeView } from "./view.ts"

const MissedOf = lazy(() => import("./MissedOf.lazy.tsx"))

type MissedProps = AttentionGroup<MissedGroup, "ours" | "theirs" | "partnerships" | "older"> &
  Readonly<{ list: List; whose: HomeView["whose"] }>

/** What was missed and is not settled, by partnership, folded; nothing where nothing is. */
export const Missed = ({ items, counts, list, whose }: MissedProps) => {
  const { t } = useTranslation("home")
  const figure = useFigure()
  const { ours, theirs, older } = counts
  if (items.length === 0 && older.count === 0) return null
  return (
    <Panel title={t("missed.title")} hint={t("missed.hint", { ours: figure(ours), theirs: figure(theirs) })} isFlush>
      <ul className={classes.rows}>
        {items.map((group) => (
          <Group key={group.partnershipId} group={group} list={list} />
        ))}
      </ul>
      {older.count > 0 ? <Older count={older} whose={whose} slug={list.slug} /> : null}
    </Panel>
  )
}

const Group = ({ group, list }: { group: MissedGroup; list: List }) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { partnershipId, partnershipName, ours, theirs, proposed, newestOn, oldestOn } = group
  const both = [
    ours > 0 ? t("missed.ours", { count: ours }) : "",
    theirs > 0 ? t("missed.theirs", { count: theirs }) : "",
  ]
  return (
    <RowOf
      row={keyOf({ list: promisesMissed.key, id: partnershipId })}
      title={partnershipName}
      partnershipId={partnershipId}
      list={list}
      end={<MissedActs group={group} />}
      below={
        isOpen ? (
          <Suspense fallback={<LoadingState rows={2} />}>
            <MissedOf partnershipId={partnershipId} slug={list.slug} />
          </Suspense>
        ) : null
      }
    >
      <UnstyledButton className={classes.fold} aria-expanded={isOpen} data-title onClick={() => setOpen((was) => !was)}>
        <IconChevronRight size={14} aria-hidden className={classes.chevron} />
        {partnershipName}
      </UnstyledButton>
      <span className={classes.line}>
        <span>{format.commas(both.filter((each) => each !== ""))}</span>
        <span>
          {newestOn === oldestOn
            ? t("missed.on", { date: format.date(newestOn) })
            : t("missed.between", { from: format.date(oldestOn), to: format.date(newestOn) })}
        </span>
        {proposed > 0 ? <span>{t("missed.proposed", { count: proposed })}</span> : null}
        <OwnerOf partnershipId={partnershipId} list={list} />
      </span>
    </RowOf>
  )
}
