import type { SignerView } from "#contract/signing"
import classes from "./signing.module.css"
import { strokePath } from "./strokes.ts"

type Mark = NonNullable<SignerView["mark"]>

/** What somebody put down as their signature. */
export const MarkPicture = ({ mark, name }: { mark: Mark; name: string }) =>
  mark.kind === "typed" ? (
    <p className={classes.mark} dir="auto">
      {mark.text}
    </p>
  ) : (
    <svg className={classes.drawn} viewBox="0 0 1000 300" role="img" aria-label={name}>
      <path d={mark.strokes.map(strokePath).join(" ")} />
    </svg>
  )
