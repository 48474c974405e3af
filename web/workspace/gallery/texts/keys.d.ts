import type texts from "./en.json"

declare global {
  interface Texts {
    gallery: typeof texts
  }
}
