import type texts from "./en.json"

declare global {
  interface Texts {
    files: typeof texts
  }
}
