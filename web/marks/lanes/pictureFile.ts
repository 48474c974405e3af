import type { Tokens } from "#ui/tokens"
import { type Lane, type Layout, laneTop } from "./Lane.ts"

const namespace = "http://www.w3.org/2000/svg"
const font = 'system-ui, -apple-system, "Segoe UI", Inter, Roboto, "Noto Sans", sans-serif'

type Of = Readonly<{ lanes: readonly Lane[]; layout: Layout; tokens: Tokens }>

/** The picture on the page as a file of its own: on its ground, and with the names that stand beside it as text there. */
const written = (picture: SVGSVGElement, { lanes, layout, tokens }: Of): string => {
  const copy = picture.cloneNode(true) as SVGSVGElement
  const { width, height } = picture.getBoundingClientRect()
  for (const [name, value] of Object.entries({ xmlns: namespace, width, height, "font-family": font }))
    copy.setAttribute(name, String(value))
  const ground = element("rect", { width, height, fill: tokens.surface })
  copy.prepend(ground)
  lanes.forEach((lane, index) => {
    const isBeside = layout.labelAbove === 0
    const top = laneTop(layout, index)
    const at = { x: 4, y: isBeside ? top + layout.laneHeight / 2 + 4 : top - 8 }
    const text = element("text", { ...at, fill: tokens.text, "font-size": 13, "font-weight": 550 })
    text.textContent = lane.company === undefined ? lane.name : `${lane.name} (${lane.company})`
    copy.append(text)
  })
  return new XMLSerializer().serializeToString(copy)
}

const element = (name: string, attributes: Readonly<Record<string, string | number>>): SVGElement => {
  const made = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

export const svgFile = (picture: SVGSVGElement, of: Of): Blob =>
  new Blob([written(picture, of)], { type: "image/svg+xml" })

const sharpness = 2

export const pngFile = async (picture: SVGSVGElement, of: Of): Promise<Blob> => {
  const { width, height } = picture.getBoundingClientRect()
  const address = URL.createObjectURL(svgFile(picture, of))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement("canvas")
    canvas.width = width * sharpness
    canvas.height = height * sharpness
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((done, failed) =>
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("the picture could not be written"))), "image/png"),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}
