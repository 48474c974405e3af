import type texts from "./en.json"

declare global {
  interface Texts {
    privacy: typeof texts
  }
}
