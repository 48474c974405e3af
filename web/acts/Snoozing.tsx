import { lazy, Suspense, useState } from "react"
import type { PlainDate } from "#core/time"

const SnoozeUntil = lazy(() => import("./SnoozeUntil.lazy.tsx"))

type Snoozing = Readonly<{ today: PlainDate; onSnooze: (rows: readonly string[], until: PlainDate) => void }>

/** Rows that are being put off, and the question until when: `ask(rows)` asks it, `dialog` is drawn where the list is. */
export const useSnoozing = ({ today, onSnooze }: Snoozing) => {
  const [rows, ask] = useState<readonly string[]>()
  const dialog = (
    <Suspense>
      {rows ? (
        <SnoozeUntil
          count={rows.length}
          today={today}
          onClose={() => ask(undefined)}
          onChoose={(until) => {
            ask(undefined)
            onSnooze(rows, until)
          }}
        />
      ) : null}
    </Suspense>
  )
  return { ask: (asked: readonly string[]) => ask(asked), dialog }
}
