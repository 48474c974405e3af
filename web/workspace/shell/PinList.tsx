import { ActionIcon } from "@mantine/core"
import { IconArrowDown, IconArrowUp, IconDots, IconPinnedOff } from "@tabler/icons-react"
import { Link } from "@tanstack/react-router"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { useAct } from "#client/useAct"
import { listPinnedViews, orderPinnedViews, pinView, unpinView } from "#contract/views"
import type { OutputOf } from "#core/endpoint"
import { frame } from "#shell/Frame"
import { Menu, MenuDivider, MenuItem } from "#ui/Menu"
import classes from "./PinList.module.css"
import type { Pin } from "./usePins.ts"

type PinListProps = { pins: readonly Pin[]; iconSize: number; onGo?: () => void }

/** Pinned views, each a link with a menu that moves it or takes it out. */
export const PinList = ({ pins, iconSize, onGo }: PinListProps) => {
  const { t } = useTranslation("views")
  const order = useAct(orderPinnedViews, {
    optimistic: [
      {
        read: listPinnedViews,
        change: ({ items }: OutputOf<typeof listPinnedViews>, { input }) => ({
          items: input.views.flatMap((id) => items.find((each) => each.id === id) ?? []),
        }),
      },
    ],
  })
  const ids = pins.map(({ id }) => id)
  const move = (at: number, by: 1 | -1) => {
    const views = ids.with(at, ids[at + by] as string).with(at + by, ids[at] as string)
    order.mutate({ input: { views } })
  }
  const unpin = useAct(unpinView, {
    done: ({ id }) => t("pinned.unpinned", { name: pins.find((each) => each.id === id)?.name }),
    undo: async ({ id }) => {
      await act(pinView, { params: { view: id }, input: {} })
      await act(orderPinnedViews, { input: { views: ids } })
    },
  })
  return pins.map((pin, at) => (
    <PinItem
      key={pin.id}
      {...{ pin, iconSize, ...(onGo ? { onGo } : {}) }}
      onUp={at > 0 ? () => move(at, -1) : undefined}
      onDown={at < pins.length - 1 ? () => move(at, 1) : undefined}
      onUnpin={() => unpin.mutate({ params: { view: pin.id } })}
    />
  ))
}

type PinItemProps = {
  pin: Pin
  iconSize: number
  onGo?: () => void
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onUnpin: () => void
}

const PinItem = ({ pin: { name, place, to, search }, iconSize, onGo, onUp, onDown, onUnpin }: PinItemProps) => {
  const { t } = useTranslation("views")
  const item = useRef<HTMLLIElement>(null)
  // The menu's button moves with the pin: whoever moves it by keys goes on from there.
  const moving = (move: () => void) => () => {
    move()
    requestAnimationFrame(() => item.current?.querySelector("button")?.focus())
  }
  return (
    <li className={classes.pin} ref={item}>
      <Link
        to={to}
        search={search as never}
        className={frame.place}
        activeOptions={{ exact: true, includeSearch: true }}
        title={name}
        {...(onGo ? { onClick: onGo } : {})}
      >
        <place.Icon size={iconSize} stroke={1.7} aria-hidden />
        <span className={classes.name}>{name}</span>
      </Link>
      <Menu
        position="bottom-end"
        target={
          <ActionIcon variant="subtle" size={28} className={classes.acts} aria-label={t("pinned.acts", { name })}>
            <IconDots size={15} aria-hidden />
          </ActionIcon>
        }
      >
        {onUp ? (
          <MenuItem leftSection={<IconArrowUp size={14} aria-hidden />} onClick={moving(onUp)}>
            {t("pinned.up")}
          </MenuItem>
        ) : null}
        {onDown ? (
          <MenuItem leftSection={<IconArrowDown size={14} aria-hidden />} onClick={moving(onDown)}>
            {t("pinned.down")}
          </MenuItem>
        ) : null}
        {onUp || onDown ? <MenuDivider /> : null}
        <MenuItem leftSection={<IconPinnedOff size={14} aria-hidden />} onClick={onUnpin}>
          {t("pinned.unpin")}
        </MenuItem>
      </Menu>
    </li>
  )
}
