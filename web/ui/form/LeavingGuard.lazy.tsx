import { useBlocker } from "@tanstack/react-router"
import { lazy, Suspense } from "react"

const LeaveQuestion = lazy(() => import("./LeaveQuestion.lazy.tsx"))

/** Asks before another page, a reload or a closed window takes what was typed. `holds`: whether there is something to lose. */
const LeavingGuard = ({ holds }: { holds: () => boolean }) => {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && holds(),
    enableBeforeUnload: holds,
    withResolver: true,
  })
  return status === "blocked" ? (
    <Suspense>
      <LeaveQuestion onStay={reset} onLeave={proceed} />
    </Suspense>
  ) : null
}

export default LeavingGuard
