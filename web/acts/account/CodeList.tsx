import classes from "./account.module.css"

/** Recovery codes, the one time they are shown. */
export const CodeList = ({ text, codes }: { text: string; codes: readonly string[] }) => (
  <div>
    <p>{text}</p>
    <ul className={classes.codes}>
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
  </div>
)
