import type texts from "./en.json"

declare global {
  interface Texts {
    partnership: typeof texts
  }
}
