import classes from "./Initial.module.css"

/** The initial of a name, where others have a picture. */
export const Initial = ({ of }: { of: string }) => (
  <span className={classes.badge} aria-hidden>
    {of.slice(0, 1).toUpperCase()}
  </span>
)
