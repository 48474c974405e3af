import { encode } from "uqr"
import classes from "./account.module.css"

/** A text as a picture for a phone's camera: black on white, by night too, for that is what scanners read. */
const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { data, size } = encode(text, { border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className={classes.qr}>
      <path d={squares.join("")} />
    </svg>
  )
}

export default QrCode
