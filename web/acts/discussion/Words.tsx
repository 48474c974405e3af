import { Fragment } from "react"
import classes from "./discussion.module.css"
import { piecesOf } from "./words.ts"

/** What a comment says: its lines as they were written, addresses as links that know nothing of this page, names marked. */
export const Words = ({ body, names }: { body: string; names: readonly string[] }) => (
  <p className={classes.body} dir="auto">
    {piecesOf(body, names).map(({ kind, text }, index) =>
      kind === "link" ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are told apart by their place
        <a key={index} href={text} target="_blank" rel="noopener noreferrer nofollow ugc" className={classes.link}>
          {text}
        </a>
      ) : kind === "mention" ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are told apart by their place
        <bdi key={index} className={classes.mention}>
          {text}
        </bdi>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are told apart by their place
        <Fragment key={index}>{text}</Fragment>
      ),
    )}
  </p>
)
