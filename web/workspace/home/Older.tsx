import { UnstyledButton } from "@mantine/core"
import { IconChevronRight } from "@tabler/icons-react"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Counted } from "#core/attention"
import { LoadingState } from "#ui/states"
import { useFigure } from "#ui/useFigure"
import classes from "./Home.module.css"
import type { HomeView } from "./view.ts"

const OlderMisses = lazy(() => import("./OlderMisses.lazy.tsx"))

/** What was missed longer ago than is listed: it is said, and opens. */
export const Older = ({ count, ...of }: { count: Counted; whose: HomeView["whose"]; slug: string }) => {
  const { t } = useTranslation("home")
  const figure = useFigure()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={classes.older}>
      <UnstyledButton className={classes.fold} aria-expanded={isOpen} onClick={() => setOpen((was) => !was)}>
        <IconChevronRight size={14} aria-hidden className={classes.chevron} />
        {t("missed.older", { count: count.count, figure: figure(count) })}
      </UnstyledButton>
      {isOpen ? (
        <Suspense fallback={<LoadingState rows={2} />}>
          <OlderMisses {...of} />
        </Suspense>
      ) : null}
    </div>
  )
}
