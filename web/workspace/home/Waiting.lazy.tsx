import type { AttentionPanel } from "#client/attention"
import type { getHome } from "#contract/home"
import type { OutputOf } from "#core/endpoint"
import classes from "./Home.module.css"

/** Every area's `attention.tsx`, found by the build. */
const panels = Object.values(
  import.meta.glob<readonly AttentionPanel[]>("../*/attention.tsx", { eager: true, import: "panels" }),
)
  .flat()
  .toSorted((one, other) => one.order - other.order)

/** What waits to be acted on at the left, what is coming at the right. */
const Waiting = ({ home, slug }: { home: OutputOf<typeof getHome>; slug: string }) => (
  <div className={classes.columns}>
    {(["left", "right"] as const).map((column) => (
      <div key={column} className={classes.column}>
        {panels
          .filter((panel) => panel.column === column && !home.unreadable.includes(panel.key))
          .map(({ show }) => show(home.groups, { slug, today: home.today }))}
      </div>
    ))}
  </div>
)

export default Waiting
