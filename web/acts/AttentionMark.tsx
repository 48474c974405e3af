import { IconFlag, IconFlagQuestion } from "@tabler/icons-react"
import type { AttentionVerdict } from "#contract/conditions"
import { Hint } from "#ui/Hint"
import classes from "./attention/attention.module.css"
import { useReasons } from "./attention/useReasons.ts"

/** A flag on what needs attention by the workspace's own condition; it says why. What is not known has a flag of its own, what needs none has none. */
export const AttentionMark = ({ verdict }: { verdict: AttentionVerdict | null }) => {
  const why = useReasons()(verdict)
  if (verdict === null || why === undefined) return null
  const Icon = verdict.needed === "yes" ? IconFlag : IconFlagQuestion
  return (
    <Hint label={why} maw={320}>
      <span role="img" aria-label={why} className={classes.mark} data-needed={verdict.needed}>
        <Icon size={14} stroke={2} aria-hidden />
      </span>
    </Hint>
  )
}
