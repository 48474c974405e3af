import { Button, Input } from "@mantine/core"
import { type ReactNode, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import SignaturePad from "signature_pad"
import classes from "./signing.module.css"
import { onSheet, resized } from "./strokes.ts"

type DrawProps = {
  label: string
  error?: ReactNode
  onChange: (strokes: [number, number][][]) => void
}

/** A field to draw in with a pen, a finger or a mouse. Who cannot, types their name instead. */
export const DrawField = ({ label, error, onChange }: DrawProps) => {
  const { t } = useTranslation("negotiation")
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>(undefined)
  const tell = useRef(onChange)
  tell.current = onChange
  useEffect(() => {
    const sheet = canvas.current
    if (!sheet) return
    const made = new SignaturePad(sheet, { penColor: getComputedStyle(sheet).color })
    let size = { width: 0, height: 0 }
    // A phone that is turned, or whose bar comes and goes, gives the sheet another size: what was drawn stays where it was on it.
    const measure = () => {
      const now = { width: sheet.offsetWidth, height: sheet.offsetHeight }
      if (now.width === size.width && now.height === size.height) return
      const drawn = resized(made.toData(), size, now)
      // As many dots as the screen has, so that the line is drawn where the pen is.
      const ratio = Math.max(devicePixelRatio, 1)
      sheet.width = now.width * ratio
      sheet.height = now.height * ratio
      sheet.getContext("2d")?.scale(ratio, ratio)
      made.fromData(drawn)
      size = now
    }
    const watching = new ResizeObserver(measure)
    watching.observe(sheet)
    measure()
    made.addEventListener("endStroke", () => tell.current(onSheet(made.toData(), size)))
    pad.current = made
    return () => {
      watching.disconnect()
      made.off()
    }
  }, [])
  const clear = () => {
    pad.current?.clear()
    onChange([])
  }
  return (
    <Input.Wrapper label={label} error={error} description={t("signing.drawHint")}>
      <canvas ref={canvas} className={classes.sheet} role="img" aria-label={label} />
      <Button size="compact-xs" variant="subtle" onClick={clear}>
        {t("signing.drawAgain")}
      </Button>
    </Input.Wrapper>
  )
}
